"""Founding a branch: its first events and its document, in one unit of work."""

from dataclasses import dataclass

from branchfloor.domain.events import BranchFounded, ConfigAdopted
from branchfloor.routing.bound import check_law

from .work import Work


@dataclass(frozen=True, slots=True)
class Founding:
    """A branch to be: its id, and the document it starts with."""

    branch: str
    preset: str
    document: str
    sha256: str


def found(work: Work, founding: Founding) -> None:
    """Write the branch's first entries; refused when its policy breaks the law."""
    work.keep_config(1, founding.document, founding.sha256)
    check_law(work.config)
    work.append(
        BranchFounded(founding.branch, founding.preset),
        ConfigAdopted(1, founding.sha256, work.now),
    )
