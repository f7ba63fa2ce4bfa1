"""Every panel of a ticket's life fits the wide form too, in both languages."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from ui.app.language import set_language
from ui.console.screen import WIDE_PX
from ui.console.ticket_pictures import ticket_pictures


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", sorted(ticket_pictures()))
def test_it_fits_the_wide_form_with_every_key_in_reach(qtbot, qapp, name, language):
    set_language(qapp, language)
    screen = ticket_pictures()[name]()
    qtbot.addWidget(screen)
    screen.take_form(True)
    with qtbot.waitExposed(screen):
        screen.show()
    assert (screen.width(), screen.height()) == WIDE_PX
    for key in screen.findChildren(QAbstractButton):
        if key.isVisible():
            corner = key.mapTo(screen, key.rect().bottomRight())
            assert corner.x() < WIDE_PX[0], key.text()
            assert corner.y() < WIDE_PX[1], key.text()
