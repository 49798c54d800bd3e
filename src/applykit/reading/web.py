"""One web page that a person names: http and https, few redirects, bounded in time and size, no private addresses."""

import http.client
import ipaddress
import re
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from applykit.errors import ApplykitError
from applykit.files import MEBIBYTE, failure
from applykit.reading.deadline import TimedSocket, look_up, remaining

LIMIT = 10 * MEBIBYTE
SECONDS = 20.0
REDIRECTS = 5
PIECE = 64 * 1024
AGENT = "Mozilla/5.0 (compatible; applykit; reads one page that its user names)"
LOGIN_PATH = re.compile(
    r"/(?:login|log-in|signin|sign-in|sign_in|auth|authwall|sso|oauth2?|account/login|uas/login|checkpoint)(?:[/?.]|$)",
    re.IGNORECASE,
)
COPY = "Open it in your browser and save the page as .html, or copy its text into a .txt file."
STATUS = {
    401: ("asks for a login.", COPY),
    403: ("does not let programs in.", COPY),
    404: ("does not exist (404).", "Check the address; the posting may have been taken down."),
    407: ("is behind a proxy that asks for a login.", COPY),
    410: ("is gone (410).", "The posting has been taken down."),
    429: ("asks to come back later (429).", "Wait a few minutes, or copy the page's text."),
    451: ("is not shown for legal reasons (451).", COPY),
}

# Of IPv6 only global unicast is assigned (RFC 4291), and of it these are not, or lead to an IPv4 address or a relay:
# IETF protocols with Teredo, ORCHID and benchmarking; documentation; 6to4 (IANA special-purpose registries).
UNICAST = ipaddress.IPv6Network("2000::/3")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
SPECIAL = tuple(
    map(
        ipaddress.ip_network,
        (
            *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
            *("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15"),
            *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered."""

    data: bytes
    address: str
    media_type: str | None
    charset: str | None


def fetch(address: str, *, allow_private: bool = False) -> Page:
    """The page at an http(s) address. Raises `ApplykitError` with what went wrong and what to do."""
    deadline = time.monotonic() + SECONDS
    seen: set[str] = set()
    current = address
    while True:
        if current in seen:
            raise failure("sends from one address to another in a circle.", COPY, file=address)
        if len(seen) > REDIRECTS:
            raise failure(f"sends on more than {REDIRECTS} times.", COPY, file=address)
        seen.add(current)
        parts = split_address(current, shown=address)
        answer = ask(parts, address, deadline, allow_private=allow_private)
        if isinstance(answer, Page):
            return answer
        current = urlunsplit(urlsplit(urljoin(current, answer))._replace(fragment=""))
        if LOGIN_PATH.search(urlsplit(current).path):
            raise failure("asks for a login instead of showing a posting.", COPY, file=address)


def split_address(address: str, *, shown: str) -> SplitResult:
    """The parts of an address that may be asked."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise failure("is no address that can be read.", "Copy it again from your browser.", file=shown) from None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or port == 0:
        raise failure(
            "is or leads to an address that is not http or https.", "Give the page's own address.", file=shown
        )
    if parts.username or parts.password:
        raise failure("holds a user name or password.", "Give the address without them.", file=shown)
    return parts


def ask(parts: SplitResult, shown: str, deadline: float, *, allow_private: bool) -> Page | str:
    """One request: the page, or the address that it sends on to."""
    connection = connect(parts, shown, deadline, allow_private=allow_private)
    try:
        connection.putrequest("GET", target_of(parts), skip_accept_encoding=True)
        for name, value in (
            ("User-Agent", AGENT),
            ("Accept", "text/html,application/xhtml+xml,*/*;q=0.5"),
            ("Accept-Encoding", "identity"),
            ("Connection", "close"),
        ):
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as answer:
            if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("Location"):
                return str(answer.headers["Location"])
            check_status(answer.status, shown)
            return page_of(answer, shown)
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise trouble(error, shown) from None
    finally:
        connection.close()


def target_of(parts: SplitResult) -> str:
    """Path and query as they go over the wire: characters that may not stand there are percent-encoded."""
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return "".join(
        c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in target
    )


def connect(parts: SplitResult, shown: str, deadline: float, *, allow_private: bool) -> http.client.HTTPConnection:
    """A connection to the one address that was resolved and judged, so that a second look-up cannot lead elsewhere."""
    host = ascii_host(parts.hostname or "", shown)
    secure = parts.scheme.lower() == "https"
    port = parts.port or (443 if secure else 80)
    reached = None
    for address in resolve(host, port, shown, deadline, allow_private=allow_private):
        try:
            reached = socket.create_connection((address, port), timeout=remaining(deadline))
            break
        except OSError:
            continue
    if reached is None:
        raise failure("cannot be reached.", "Check the address and your connection.", file=shown)
    try:
        if secure:
            reached.settimeout(remaining(deadline))
            reached = ssl.create_default_context().wrap_socket(reached, server_hostname=host)
    except (OSError, ValueError) as error:
        reached.close()
        raise trouble(error, shown) from None
    connection = http.client.HTTPConnection(host if parts.port is None else f"{host}:{port}")
    connection.sock = TimedSocket(reached, deadline)
    return connection


def ascii_host(host: str, shown: str) -> str:
    """The host's name as the network knows it."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise failure(
            "holds a host name that cannot be.", "Copy the address again from your browser.", file=shown
        ) from None


def resolve(host: str, port: int, shown: str, deadline: float, *, allow_private: bool) -> list[str]:
    """The host's addresses; refused as a whole when any of them is private, unless that is allowed."""
    try:
        found = look_up(host, port, deadline)
    except TimeoutError as error:
        raise trouble(error, shown) from None
    except (OSError, UnicodeError):
        raise failure(
            "names a host that cannot be found.", "Check the address and your connection.", file=shown
        ) from None
    addresses = list(dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found))
    if not allow_private and not all(is_public(address) for address in addresses):
        remedy = "Save the page in your browser and give the file; `applykit read --allow-private` reads such pages."
        raise failure("leads to an address of this machine or a private network.", remedy, file=shown)
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet.

    IPv6 addresses that wrap an IPv4 one are refused, but for NAT64 with a public one inside, which is how networks
    without IPv4 reach everybody else.
    """
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address)
    if ip in NAT64:
        ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip.version == 6 and ip not in UNICAST:
        return False
    return ip.is_global and not any(ip in block for block in SPECIAL)


def check_status(status: int, shown: str) -> None:
    """Raise for every status that is no page."""
    if status != 200:
        message = STATUS.get(status) or (
            f"answered with an error ({status}).",
            "Try again later, or copy the page's text.",
        )
        raise failure(*message, file=shown)


def page_of(answer: http.client.HTTPResponse, shown: str) -> Page:
    """The answer's bytes, read in pieces against the limit."""
    pieces, size = [], 0
    while True:
        piece = answer.read1(PIECE)
        if not piece:
            break
        size += len(piece)
        if size > LIMIT:
            raise failure(f"is larger than {LIMIT // MEBIBYTE} MB.", COPY, file=shown)
        pieces.append(piece)
    headers: Message = answer.headers
    data = unpack(b"".join(pieces), headers.get("Content-Encoding", ""), shown)
    media_type = headers.get_content_type() if headers.get("Content-Type") else None
    return Page(data, shown, media_type, headers.get_content_charset())


def unpack(data: bytes, encoding: str, shown: str) -> bytes:
    """The bytes of an answer that is packed although we asked for it plain; bounded too."""
    if encoding.strip().lower() in ("", "identity"):
        return data
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        plain = unpacker.decompress(data, LIMIT + 1)
    except zlib.error:
        raise failure("answered in a packing that is not known.", COPY, file=shown) from None
    if len(plain) > LIMIT:
        raise failure(f"is larger than {LIMIT // MEBIBYTE} MB.", COPY, file=shown)
    return plain


def trouble(error: Exception, shown: str) -> ApplykitError:
    """What a network error means for a person."""
    if isinstance(error, TimeoutError):
        return failure(
            f"did not answer within {SECONDS:.0f} seconds.", "Try again later, or copy the page's text.", file=shown
        )
    if isinstance(error, ssl.SSLError):
        return failure(
            "has no certificate that can be trusted.", "Check the address; " + COPY[0].lower() + COPY[1:], file=shown
        )
    return failure(
        "broke off or answered with something that is no web page.", "Try again, or copy the page's text.", file=shown
    )
