"""
mechanism: magics, !commands, os.system and subprocess
"""
import os, subprocess, tempfile
%time 1 + 1
!echo hello
os.system("echo from a system call")
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("x")
subprocess.run(["true"], check=True)

def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
