"""
mechanism: connects to services of this machine over TCP
verdict: wrong answer
must not: reach them
"""
import socket
for host, family in (("127.0.0.1", socket.AF_INET), ("localhost", socket.AF_INET), ("0.0.0.0", socket.AF_INET), ("::1", socket.AF_INET6), ("::ffff:127.0.0.1", socket.AF_INET6)):
    try:
        with socket.socket(family) as sock:
            sock.settimeout(0.3)
            sock.connect((host, @TCP@))
            print(sock.recv(100))
    except OSError as error:
        print(error)

def allowed(sent, now, limit, window):
    return True
