"""The meeting: whether one is reported, when and where, who chaired it, who took part."""
