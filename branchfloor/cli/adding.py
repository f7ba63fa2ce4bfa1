"""How a group of commands adds itself to the command line."""

import argparse
from dataclasses import dataclass

from .options import acting, shared


@dataclass(frozen=True, slots=True)
class Adder:
    """Adds commands to the one parser, each with the shared options."""

    commands: "argparse._SubParsersAction[argparse.ArgumentParser]"

    def command(self, name: str, text: str, *, acts: bool = False) -> argparse.ArgumentParser:
        """A new command; one that `acts` on the floor also takes who, when and a key."""
        parents = [shared(), acting()] if acts else [shared()]
        return self.commands.add_parser(name, help=text, description=text, parents=parents)
