// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"

#include <QElapsedTimer>

namespace lightwell {

/// What all calls share: exactly one end, one log line, and an abort that is always possible.
class BasicCall : public HttpCall
{
    Q_OBJECT
public:
    BasicCall(QByteArray method, QUrl url, QObject *parent);
    void abort() override;
    [[nodiscard]] bool hasEnded() const { return m_ended; }

protected:
    /// Lets go of everything that could still report something. Called once, before the end is told.
    virtual void release() = 0;
    /// How far the request got if it ended now.
    [[nodiscard]] virtual Delivery delivery() const = 0;

    /// Puts in what came of the answer, where it broke off. Called once, when the call fails.
    virtual void breakOff(HttpResult &) { }

    void end(const HttpResult &result);
    void fail(const Error &error); ///< ends as NotSent or MaybeSent, by delivery()

private:
    QByteArray m_method;
    QUrl m_url;
    QElapsedTimer m_clock;
    bool m_ended = false;
};

/// A call that fails as soon as the event loop runs: nothing was sent.
class RefusedCall : public BasicCall
{
    Q_OBJECT
public:
    RefusedCall(const HttpRequest &request, const Error &error, QObject *parent);

protected:
    void release() override { }
    [[nodiscard]] Delivery delivery() const override { return Delivery::NotSent; }
};

} // namespace lightwell
