"""
mechanism: connects to Unix sockets of this machine, in the file system and abstract ones
verdict: wrong answer
must not: reach them
"""

import socket

for address in ("@SOCKET@", "\0@ABSTRACT@", "/run/dbus/system_bus_socket", "/var/run/docker.sock"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        try:
            with socket.socket(socket.AF_UNIX, kind) as sock:
                sock.settimeout(0.3)
                sock.connect(address)
                print(sock.recv(100))
        except OSError as error:
            print(error)


def allowed(sent, now, limit, window):
    return True
