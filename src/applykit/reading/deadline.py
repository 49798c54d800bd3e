"""Network waits that end at one moment, however the other side cuts its answer into pieces."""

import io
import socket
import threading
import time
from typing import Any


def remaining(deadline: float) -> float:
    """Seconds left; an error of time when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class TimedReader(io.RawIOBase):
    """Reads from a socket, each time for no longer than is left of the whole."""

    def __init__(self, reached: socket.socket, deadline: float) -> None:
        self.reached, self.deadline = reached, deadline
        self.raw = reached.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self.reached.settimeout(remaining(self.deadline))
        return self.raw.readinto(buffer)

    def close(self) -> None:
        self.raw.close()
        super().close()


class TimedSocket:
    """A socket as `http.client` uses it; a server that drips its answer cannot make any part of it last longer."""

    def __init__(self, reached: socket.socket, deadline: float) -> None:
        self.reached, self.deadline = reached, deadline

    def sendall(self, data: bytes) -> None:
        self.reached.settimeout(remaining(self.deadline))
        self.reached.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(TimedReader(self.reached, self.deadline))

    def close(self) -> None:
        self.reached.close()


def look_up(host: str, port: int, deadline: float) -> list[Any]:
    """What `getaddrinfo` answers. It knows no time limit, so that it is asked in a thread that nobody waits for."""
    answers: list[Any] = []

    def ask_system() -> None:
        try:
            answers.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    thread = threading.Thread(target=ask_system, daemon=True)
    thread.start()
    thread.join(remaining(deadline))
    if not answers:
        raise TimeoutError
    if isinstance(answers[0], Exception):
        raise answers[0]
    return list(answers[0])
