"""What a newsroom's text does to a model, done to the pairs that it learns: one file each.

A file has `augment(example, draw)`; its name is the key under `[augment]` in a recipe, and the value
there the share of the sentences that it happens to. They are applied in the recipe's order.
"""
