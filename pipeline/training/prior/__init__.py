"""What can be known of two languages before a network has learnt anything."""
