"""Running the server until it is stopped."""

import ipaddress
import socket

import uvicorn

from partyreports.serve.app import create_app
from partyreports.serve.settings import Settings


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections.

    Raises:
        OSError: the address is taken, or is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def address_of(listening: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def run(listening: socket.socket, settings: Settings) -> None:
    """Serve until interrupted. Nothing is logged but failures of the server itself."""
    config = uvicorn.Config(create_app(settings), log_level="error", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
