// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpSocket>

namespace lightwell::bench {

/// The plainest HTTP client there is, so that its own cost is small and the same whoever answers: one kept connection
/// to this machine, one call after the other, bodies read and thrown away. Lives and blocks on the thread that made it.
class Caller
{
public:
    struct Answer
    {
        int status = 0; ///< 0: no answer; `excerpt` says why
        qint64 bytes = 0; ///< of the body
        QByteArray excerpt; ///< the beginning of the body

        [[nodiscard]] bool ok() const { return status == 200; }
    };

    /// `key` goes along as bearer key, and so do further `headers`, each a whole line without its end.
    Caller(quint16 port, const QByteArray &key, const QByteArrayList &headers = {});

    [[nodiscard]] Answer get(const QByteArray &path) { return call("GET", path, {}); }
    [[nodiscard]] Answer post(const QByteArray &path, const QByteArray &json) { return call("POST", path, json); }

private:
    [[nodiscard]] Answer call(const QByteArray &method, const QByteArray &path, const QByteArray &body);
    [[nodiscard]] bool connected();
    [[nodiscard]] QByteArray readHead();
    [[nodiscard]] Answer readAnswer();

    QTcpSocket m_socket;
    quint16 m_port;
    QByteArray m_head; ///< the lines that every call has
    QByteArray m_buffer;
};

} // namespace lightwell::bench
