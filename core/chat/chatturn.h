// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textstream.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace lightwell {

/// What a text model says in one answer of /chat/completions, read from its stream, as the one message that goes back
/// into the conversation. It keeps whatever its vendor put into it: some refuse a conversation that lacks what the
/// model thought, or its signature. Of several choices the first; of calls at most 128, whatever a vendor sends.
class ChatTurn
{
public:
    struct FunctionCall
    {
        QString id;
        QString name;
        QString arguments; ///< JSON, as the model wrote it
    };
    void feed(const QByteArray &piece);
    [[nodiscard]] QJsonObject message() const;
    [[nodiscard]] QList<FunctionCall> calls() const;

private:
    void merge(QJsonObject &into, const QJsonObject &delta, const QString &path);
    [[nodiscard]] QJsonArray mergedCalls(QJsonArray calls, const QJsonArray &more, const QString &path);
    [[nodiscard]] QJsonObject withTexts(QJsonObject object, const QString &path) const;

    StreamCutter m_cutter;
    QJsonObject m_message; ///< without the texts that come in pieces
    QHash<QString, QString> m_texts; ///< these, by where they belong: "/tool_calls/0/function/arguments"
};

/// The body of /chat/completions that goes on with a conversation: `said` and the `results` of its calls (each a
/// message of the role "tool") behind its messages. A function that was forced is so no more; with `isLast` none may be
/// called.
[[nodiscard]] QByteArray continuedChat(const QByteArray &body, const QJsonObject &said,
                                       const QList<QJsonObject> &results, bool isLast);

} // namespace lightwell
