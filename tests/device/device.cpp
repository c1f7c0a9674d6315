// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A computer that fails at a step of the test's choice. It is loaded into the program under test (LD_PRELOAD), stands
// between it and the system, and counts what the program does to the outside: bytes it writes to its home, waits for
// the disk, names it gives to files, what it sends on the network and what it gets from there. LIGHTWELL_DEVICE says
// what happens at which of these steps:
//     kill:N    the program is gone before step N is done, as by kill -9
//     full:N    from step N on, the disk takes nothing more (ENOSPC); what is sent and received goes on
//     broken:N  from step N on, the disk fails (EIO)
// Only what lies below LIGHTWELL_HOME and what goes to other computers counts; its log does not.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class Fault { None, Kill, Full, Broken };

struct Device
{
    Device()
    {
        const char *wish = std::getenv("LIGHTWELL_DEVICE");
        home = std::getenv("LIGHTWELL_HOME");
        const char *number = wish ? std::strchr(wish, ':') : nullptr;
        if (!number || !home) {
            return;
        }
        const auto names = [wish, number](const char *word) {
            const auto length = static_cast<std::size_t>(number - wish);
            return std::strlen(word) == length && std::strncmp(wish, word, length) == 0;
        };
        fault = names("kill") ? Fault::Kill
            : names("full")   ? Fault::Full
            : names("broken") ? Fault::Broken
                              : Fault::None;
        at = std::atol(number + 1);
    }
    const char *home = nullptr;
    Fault fault = Fault::None;
    long at = 0;
    std::atomic<long> steps = 0;
};

Device &device()
{
    static Device one;
    return one;
}

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isOfHome(const char *path)
{
    const std::size_t length = device().home ? std::strlen(device().home) : 0;
    return length > 0 && std::strncmp(path, device().home, length) == 0
        && std::strncmp(path + length, "/logs/", 6) != 0;
}

bool isOfHome(int file)
{
    if (device().fault == Fault::None) {
        return false;
    }
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    return isOfHome(path);
}

bool isNetwork(int file)
{
    if (device().fault == Fault::None) {
        return false;
    }
    sockaddr_storage address = {};
    socklen_t length = sizeof address;
    return ::getpeername(file, reinterpret_cast<sockaddr *>(&address), &length) == 0
        && (address.ss_family == AF_INET || address.ss_family == AF_INET6);
}

void killNow()
{
    ::kill(::getpid(), SIGKILL);
    for (;;) {
        ::pause();
    }
}

/// Of the network, which goes on whatever the disk does.
void step()
{
    Device &now = device();
    if (++now.steps == now.at && now.fault == Fault::Kill) {
        killNow();
    }
}

/// Of the disk. Whether it takes no more.
bool diskStep()
{
    Device &now = device();
    const long count = ++now.steps;
    if (now.fault == Fault::Kill) {
        if (count == now.at) {
            killNow();
        }
        return false;
    }
    if (count < now.at) {
        return false;
    }
    errno = now.fault == Fault::Full ? ENOSPC : EIO;
    return true;
}

bool fails(int file)
{
    return isOfHome(file) && diskStep();
}

/// Of writes in a row to one file, as the pages of a transaction are, the first two are steps: before it, and in the
/// midst of it.
bool failsToWrite(int file)
{
    if (!isOfHome(file)) {
        return false;
    }
    static std::atomic<int> last = -1;
    static std::atomic<int> inARow = 0;
    static std::atomic<long> stepOfLast = 0;
    Device &now = device();
    const bool goesOn = last.exchange(file) == file && stepOfLast == now.steps;
    inARow = goesOn ? inARow + 1 : 1;
    const bool isPast = now.fault != Fault::Kill && now.steps >= now.at;
    const bool failed = inARow <= 2 || isPast ? diskStep() : false;
    stepOfLast = now.steps.load();
    return failed;
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t count)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    if (isNetwork(file)) {
        step();
    } else if (failsToWrite(file)) {
        return -1;
    }
    return real(file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t where)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return failsToWrite(file) ? -1 : real(file, bytes, count, where);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t where)
{
    return pwrite64(file, bytes, count, where);
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return fails(file) ? -1 : real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return fails(file) ? -1 : real(file);
}

int ftruncate64(int file, off64_t length)
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails(file) ? -1 : real(file, length);
}

int rename(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return isOfHome(to) && device().fault != Fault::None && diskStep() ? -1 : real(from, to);
}

int link(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("link");
    return isOfHome(to) && device().fault != Fault::None && diskStep() ? -1 : real(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    static const auto real = next<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return isOfHome(to) && device().fault != Fault::None && diskStep() ? -1
                                                                       : real(fromFolder, from, toFolder, to, flags);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    return isOfHome(to) && device().fault != Fault::None && diskStep() ? -1
                                                                       : real(fromFolder, from, toFolder, to, flags);
}

ssize_t send(int socket, const void *bytes, size_t count, int flags)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, int)>("send");
    if (isNetwork(socket)) {
        step();
    }
    return real(socket, bytes, count, flags);
}

ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    static const auto real = next<ssize_t (*)(int, const msghdr *, int)>("sendmsg");
    if (isNetwork(socket)) {
        step();
    }
    return real(socket, message, flags);
}

/// Counted when something came: then the program is gone before it sees it.
ssize_t read(int file, void *bytes, size_t count)
{
    static const auto real = next<ssize_t (*)(int, void *, size_t)>("read");
    const ssize_t got = real(file, bytes, count);
    if (got > 0 && isNetwork(file)) {
        step();
    }
    return got;
}

} // extern "C"
