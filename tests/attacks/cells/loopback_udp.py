"""
mechanism: sends to services of this machine over UDP, raw and netlink sockets
verdict: wrong answer
must not: reach them
"""
import socket
for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW):
    try:
        with socket.socket(socket.AF_INET, kind) as sock:
            sock.sendto(b"hello", ("127.0.0.1", @UDP@))
    except OSError as error:
        print(error)
for family in (16, 17, 40):
    try:
        socket.socket(family, socket.SOCK_RAW).close()
    except OSError as error:
        print(error)

def allowed(sent, now, limit, window):
    return True
