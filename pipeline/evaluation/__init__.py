"""How good the desk's knowledge of the two languages is, and how much of what is wrong its checks see."""
