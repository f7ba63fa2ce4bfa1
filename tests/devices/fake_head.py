"""A ticket printer's head at the other end of a real socket."""

import socket
import threading

ONLINE, ROLL = b"\x10\x04\x01", b"\x10\x04\x04"


class FakeHead:
    """Takes bytes and answers status questions; `paper` 2 enough, 1 low, 0 none."""

    def __init__(self, paper: int = 2, runs_out_after: int | None = None) -> None:
        self.paper = paper
        self.online = True
        self.printed = b""
        self._runs_out_after = runs_out_after
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def spec(self) -> str:
        return f"escpos:net:127.0.0.1:{self._server.getsockname()[1]}"

    def stop(self) -> None:
        if not self._thread.is_alive():
            return
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line:
                self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        while data := line.recv(65536):
            for question, answer in (
                (b"\x10\x04\x01", self._online),
                (b"\x10\x04\x04", self._roll),
            ):
                for _ in range(data.count(question)):
                    line.sendall(answer())
                data = data.replace(question, b"")
            self.printed += data
            if self._runs_out_after is not None and len(self.printed) > self._runs_out_after:
                self.paper = 0

    def _online(self) -> bytes:
        return b"\x12" if self.online else b"\x1a"

    def _roll(self) -> bytes:
        return {2: b"\x12", 1: b"\x1e", 0: b"\x72"}[self.paper]
