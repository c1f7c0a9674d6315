// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/gateway/gateway.h"
#include "tests/ui/windowbench.h"

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

/// What the tests of the Gateway page do on a WindowBench, with its real gateway and registry.
namespace lightwell::test::gatewaypage {

using namespace Qt::StringLiterals;

inline void open(WindowBench &bench)
{
    bench.settings().set(Setting::GatewayPort, 0);
    bench.open();
    bench.window().showPage(u"gateway"_s);
}
/// Its key.
inline QByteArray addClient(WindowBench &bench, const QString &name)
{
    const QFuture<Result<NewClient>> added = bench.clients().add(name);
    static_cast<void>(QTest::qWaitFor([&added] { return added.isFinished(); }));
    return added.result()->key;
}
inline QByteArray switchOnWithClient(WindowBench &bench, const QString &name)
{
    const QByteArray key = addClient(bench, name);
    bench.find<QAbstractButton>(u"gatewaySwitch"_s)->click();
    static_cast<void>(
        QTest::qWaitFor([&bench] { return bench.gateway().state().kind == GatewayState::Kind::Listening; }));
    return key;
}
inline void ask(WindowBench &bench, const QByteArray &path, const QByteArray &key)
{
    QTcpSocket client;
    const QByteArray port = QByteArray::number(bench.gateway().state().url.port());
    client.connectToHost(u"127.0.0.1"_s, port.toUShort());
    client.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                 + (key.isEmpty() ? QByteArray() : "\r\nAuthorization: Bearer " + key)
                 + "\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}
/// Those for other computers that are to be seen, a line each.
inline QString shownAddresses(const WindowBench &bench)
{
    QStringList shown;
    const QList<QLabel *> labels =
        bench.find<QWidget>(u"accessCard"_s)->findChildren<QLabel *>(QRegularExpression(u"^gatewayOther"_s));
    for (const QLabel *label : labels) {
        if (label->isVisible()) {
            shown.append(label->text());
        }
    }
    return shown.join(u'\n');
}

} // namespace lightwell::test::gatewaypage
