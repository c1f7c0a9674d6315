// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/departure.h"
#include "core/gateway/http/httpmessage.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace lightwell {

/// One request and its answer on a connection of the gateway. Goes with its answer, or when the client hangs up: hold
/// it by QPointer. Lives on the gateway's thread.
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(GatewayRequest request, QObject *parent)
        : QObject(parent)
        , m_request(std::move(request))
    {
        m_since.start();
    }
    [[nodiscard]] std::chrono::milliseconds age() const { return std::chrono::milliseconds(m_since.elapsed()); }

    [[nodiscard]] const GatewayRequest &request() const { return m_request; }
    void setBody(QByteArray body) { m_request.body = std::move(body); }
    void dropBody() { m_request.body = {}; } ///< once it is understood, it need not wait for the answer
    void setClient(const QString &id) { m_client = id; }
    [[nodiscard]] const QString &client() const { return m_client; } ///< empty before it is known, or without keys
    void vouch() { m_known = true; } ///< the client has shown a key that works, or none is asked for
    [[nodiscard]] bool isKnown() const { return m_known; }
    void setGeneration(const QString &id) { m_generation = id; }
    [[nodiscard]] const QString &generation() const { return m_generation; } ///< the one it waits for; or empty
    /// Headers that its answer has, whoever gives it.
    void setOwnHeaders(const QList<HttpHeader> &headers) { m_ownHeaders = headers; }
    [[nodiscard]] const QList<HttpHeader> &ownHeaders() const { return m_ownHeaders; }
    void share() { m_sharing = true; } ///< it waits for the answer of an equal call that ran already
    [[nodiscard]] bool isSharing() const { return m_sharing; }
    /// Bytes that the body may have, where that is less than on other paths. Before proceed().
    void limitBody(qint64 most) { m_maxBody = most; }
    [[nodiscard]] std::optional<qint64> maxBody() const { return m_maxBody; }
    /// The head is well: the body may come. No effect after respond().
    void proceed();
    /// The answer; the first one counts. Before proceed() a body is not read; where there is one, the connection ends.
    void respond(const GatewayResponse &response);
    [[nodiscard]] bool isAnswered() const { return m_answered; } ///< or an answer has begun
    /// An answer that comes in pieces: its head, then the pieces, then its end. No effect after an answer.
    void beginStream(const GatewayResponse &head); ///< without a body
    void push(const QByteArray &piece);
    void endStream();
    /// How an answer of somebody else that ends the stream is written there. Empty: as the path's dialect has it.
    using LastWords = std::function<QByteArray(const GatewayResponse &response)>;
    void setLastWords(LastWords words) { m_lastWords = std::move(words); }
    [[nodiscard]] const LastWords &lastWords() const { return m_lastWords; }
    void abandon(); ///< the client hung up before the end of its answer
    [[nodiscard]] bool isAbandoned() const { return m_abandoned; }
    [[nodiscard]] bool isStreaming() const { return m_streaming; } ///< begun and not at its end
    /// Bytes of the pieces that the client has not taken yet. Whoever can leave something out looks here first.
    [[nodiscard]] qint64 backlog() const { return m_backlog; }
    void setBacklog(qint64 bytes) { m_backlog = bytes; }
    /// Of its answer. For whoever wants to know whether that arrives; ask before it is given.
    [[nodiscard]] const Departure &watchDeparture();
    [[nodiscard]] std::shared_ptr<Departure> departure() const { return m_departure; } ///< nullptr: nobody watches it

Q_SIGNALS:
    void proceeded();
    void answered(const lightwell::GatewayResponse &response);
    void streamBegun(const lightwell::GatewayResponse &head);
    void pushed(const QByteArray &piece);
    void streamEnded();
    void abandoned(); ///< see abandon(); comes at most once

private:
    GatewayRequest m_request;
    QElapsedTimer m_since;
    QString m_client;
    QString m_generation;
    QList<HttpHeader> m_ownHeaders;
    bool m_known = false;
    bool m_sharing = false;
    bool m_proceeded = false;
    bool m_answered = false;
    bool m_streaming = false;
    bool m_abandoned = false;
    qint64 m_backlog = 0;
    std::shared_ptr<Departure> m_departure;
    LastWords m_lastWords;
    std::optional<qint64> m_maxBody;
};

} // namespace lightwell
