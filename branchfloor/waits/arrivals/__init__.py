"""Who will come: learned from the branch's own past days, from the presets until it has some."""
