"""From the floor's answer to the paper slip: nothing about the person."""

from branchfloor.devices.printer import Slip as PaperSlip
from branchfloor.devices.printer import template_of
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.waits.round import rounded

from .answers import Issued, Slip


def paper_slip(
    config: BranchConfig, answer: Issued | Slip, then: tuple[str, ...] = ()
) -> PaperSlip:
    """The slip of a ticket just issued, or of one printed once more; `then` are the codes of the
    visit's later services.
    """
    service = config.service(answer.service)
    languages = config.settings.languages
    serves = [plan.number for plan in config.counters if answer.service in plan.serves]
    wait = rounded(answer.wait) if answer.wait else None
    return PaperSlip(
        number=answer.ticket,
        branch=tuple(config.name.text(language) for language in languages),
        service=tuple(service.name.text(language) for language in languages),
        counters=" · ".join(serves),
        ahead=answer.ahead,
        wait_min=(wait.low, wait.high) if wait else None,
        issued_at=answer.issued_at,
        zone=zone(config.time_zone),
        opaque_id=answer.visit_id,
        languages=languages,
        then=tuple(config.service(code).name.text(languages[0]) for code in then),
        again=isinstance(answer, Slip),
        template=template_of(config.slip),
        paper_mm=config.slip.paper_mm,
    )
