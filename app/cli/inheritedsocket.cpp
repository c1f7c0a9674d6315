// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inheritedsocket.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::ServeCommand)
};

#ifdef Q_OS_UNIX

constexpr int firstDescriptor = 3; // SD_LISTEN_FDS_START

int option(int descriptor, int name)
{
    int value = 0;
    socklen_t length = sizeof(value);
    return getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 ? value : -1;
}

Error wrong(const QString &message)
{
    return notSent(ErrorKind::Invalid, message);
}

#endif

} // namespace

#ifdef Q_OS_UNIX

Result<std::optional<InheritedSocket>> takeInheritedSocket()
{
    const bool isMine = qgetenv("LISTEN_PID").toLongLong() == QCoreApplication::applicationPid();
    const int count = isMine ? qEnvironmentVariableIntValue("LISTEN_FDS") : 0;
    for (const char *name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) {
        qunsetenv(name);
    }
    if (count <= 0) {
        return std::optional<InheritedSocket>();
    }
    if (count > 1) {
        return wrong(
            Text::tr("Lightwell takes one socket from whoever starts it, not %1: name one ListenStream=.").arg(count));
    }
    sockaddr_storage storage {};
    socklen_t length = sizeof(storage);
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    const bool isSocket = getsockname(firstDescriptor, address, &length) == 0;
    const bool isInternet = isSocket && (storage.ss_family == AF_INET || storage.ss_family == AF_INET6);
    if (!isInternet || option(firstDescriptor, SO_TYPE) != SOCK_STREAM || option(firstDescriptor, SO_ACCEPTCONN) != 1) {
        return wrong(Text::tr("What was handed over is no listening TCP socket: ListenStream= takes an address with a "
                              "port, like 127.0.0.1:4747, and Accept= stays off."));
    }
    fcntl(firstDescriptor, F_SETFD, FD_CLOEXEC);
    InheritedSocket socket;
    socket.descriptor = firstDescriptor;
    socket.address = QHostAddress(address);
    const bool isV4 = storage.ss_family == AF_INET;
    const in_port_t port = isV4 ? reinterpret_cast<const sockaddr_in *>(address)->sin_port
                                : reinterpret_cast<const sockaddr_in6 *>(address)->sin6_port;
    socket.port = ntohs(port);
    return std::optional(socket);
}

#else

Result<std::optional<InheritedSocket>> takeInheritedSocket()
{
    return std::optional<InheritedSocket>();
}

#endif

} // namespace lightwell
