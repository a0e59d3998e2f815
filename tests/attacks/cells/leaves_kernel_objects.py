"""
mechanism: leaves shared memory, semaphores, message queues and keys in the kernel
verdict: wrong answer
must not: be found by the next
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
made = [
    libc.shmget(0x31337, 4096, 0o1666),
    libc.semget(0x31337, 1, 0o1666),
    libc.msgget(0x31337, 0o1666),
    libc.syscall(248, b"user", b"@LEFT@", b"x", 1, -4),
    libc.syscall(250, 8, -4, -5),
]
if max(made[:3]) >= 0 and (libc.shmget(0x31337, 4096, 0) >= 0):
    print("made", made)


def allowed(sent, now, limit, window):
    return True
