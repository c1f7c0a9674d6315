// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/portkeyprocess.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

PortkeyProcess::PortkeyProcess(const Setup &setup)
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    const QString script = setup.nodeModules + u"/@portkey-ai/gateway/build/start-server.js"_s;
    if (node.isEmpty() || setup.nodeModules.isEmpty() || !QFileInfo::exists(script)) {
        m_complaint = node.isEmpty() ? u"no node here to run Portkey"_s
                                     : u"no @portkey-ai/gateway: name its folder with --node-modules"_s;
        return;
    }
    const quint16 port = freePort(); // it can be told a port, but cannot say which one it took
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(node, {script, u"--port=%1"_s.arg(port), u"--headless"_s});
    QElapsedTimer waited;
    waited.start();
    while (m_process.state() != QProcess::NotRunning && waited.elapsed() < patience) {
        if (answers(port)) {
            m_port = port;
            return;
        }
        QThread::msleep(50);
    }
    m_complaint = u"Portkey did not start"_s;
}

bool PortkeyProcess::answers(quint16 port) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1000);
}

PortkeyProcess::~PortkeyProcess()
{
    m_process.kill(); // it keeps nothing
    m_process.waitForFinished(patience);
}

QByteArrayList PortkeyProcess::headers(const QString &vendorBaseUrl)
{
    return {"x-portkey-provider: openai", "x-portkey-custom-host: " + vendorBaseUrl.toUtf8() + "/v1"};
}

} // namespace lightwell::bench
