// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textstream.h"

#include <QHash>
#include <QJsonArray>
#include <QList>

namespace lightwell {

/// An answer of /chat/completions, in pieces or whole, as one of /responses: the events in the order in which OpenAI's
/// clients take them, and the response they come to. Follows OpenAI's API reference.
class ResponsesAnswer
{
public:
    /// `request` is the body that asked, of which a response repeats parts.
    explicit ResponsesAnswer(const QByteArray &request);

    /// The events that these pieces of a stream come to.
    [[nodiscard]] QByteArray feed(const QByteArray &piece);
    /// Those that are still owed when the stream was well.
    [[nodiscard]] QByteArray end();
    /// A whole answer.
    [[nodiscard]] QByteArray response(const QByteArray &answer);

private:
    struct Item
    {
        bool isCall = false; ///< of a function; else a message
        QString id;
        QString callId;
        QString name;
        QString text; ///< words, or arguments
    };
    void take(const QJsonObject &chunk, QByteArray &events);
    void takeHead(const QJsonObject &chunk);
    void takeWords(const QString &words, QByteArray &events);
    void takeCall(const QJsonObject &call, QByteArray &events);
    [[nodiscard]] qsizetype open(const Item &item, QByteArray &events);
    void close(qsizetype index, QByteArray &events);
    void write(const QString &type, QJsonObject fields, QByteArray &events);
    [[nodiscard]] static QJsonObject json(const Item &item, bool isDone);
    [[nodiscard]] QJsonObject response(const QString &status) const;

    QJsonObject m_repeated; ///< what a response says of the request
    StreamCutter m_cutter;
    QString m_id;
    QString m_model;
    qint64 m_createdAt = 0;
    QList<Item> m_items; ///< by their index in the output
    qsizetype m_message = -1; ///< which of them is the message
    QHash<int, qsizetype> m_calls; ///< the vendor's index of a call -> its place
    QString m_finish;
    QJsonObject m_usage;
    int m_number = 0; ///< of the next event
    bool m_hasBegun = false;
};

} // namespace lightwell
