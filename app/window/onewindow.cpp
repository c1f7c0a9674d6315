// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/onewindow.h"

#include <QFile>
#include <QLocalSocket>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 1000; // ms
constexpr char shown = '+'; ///< what the first one says when it was called

} // namespace

OneWindow::OneWindow(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_socket(folder + "/window.socket"_L1)
{
    const QByteArray file = QFile::encodeName(folder + "/window.lock"_L1);
    m_lock = ::open(file.constData(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    m_isFirst = m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    if (m_isFirst && m_lock >= 0) {
        listen();
    }
}

OneWindow::~OneWindow()
{
    m_server.close(); // before the next one may listen there
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

void OneWindow::listen()
{
    if (QFile::encodeName(m_socket).size() >= qsizetype(sizeof(sockaddr_un::sun_path))) {
        return; // later ones then say that this one has the home
    }
    QLocalServer::removeServer(m_socket); // of one that was killed: the lock says that it is gone
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OneWindow::answer);
    m_server.listen(m_socket);
}

void OneWindow::answer()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        caller->write(&shown, 1);
        caller->disconnectFromServer();
        Q_EMIT called();
    }
}

bool OneWindow::callFirst() const
{
    QLocalSocket first;
    first.connectToServer(m_socket);
    if (first.waitForConnected(patience) && first.bytesAvailable() == 0) {
        first.waitForReadyRead(patience);
    }
    return first.bytesAvailable() > 0;
}

} // namespace lightwell
