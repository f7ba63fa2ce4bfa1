"""The Qt screens of Branchfloor: they ask the floor and show its state."""
