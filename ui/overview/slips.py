"""From the floor's answer to the paper slip."""

from branchfloor.devices.printer.slip import Slip as PaperSlip
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.floor.answers import Issued, Slip
from branchfloor.waits.round import rounded


def paper_slip(config: BranchConfig, answer: Issued | Slip) -> PaperSlip:
    """The slip of a ticket just issued or printed once more: nothing about the person."""
    service = config.service(answer.service)
    languages = config.settings.languages
    serves = [plan.number for plan in config.counters if answer.service in plan.serves]
    return PaperSlip(
        number=answer.ticket,
        branch=tuple(config.name.text(language) for language in languages),
        service=tuple(service.name.text(language) for language in languages),
        counters=" · ".join(serves),
        ahead=answer.ahead,
        wait_min=tuple(rounded(answer.wait)) if answer.wait else None,  # type: ignore[arg-type]
        issued_at=answer.issued_at,
        zone=zone(config.time_zone),
        opaque_id=answer.visit_id,
        languages=languages,
    )
