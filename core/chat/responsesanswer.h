// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textstream.h"

#include <QHash>
#include <QJsonArray>
#include <QList>

namespace lightwell {

/// An answer of /chat/completions, in pieces or whole, as one of /responses: the events in the order in which OpenAI's
/// clients take them, and the response they come to. It may come in several turns, between which pictures are made.
/// Follows OpenAI's API reference.
class ResponsesAnswer
{
public:
    /// `request` is the body that asked, of which a response repeats parts. Calls of the function `own` are not told:
    /// whoever has this carries them out.
    explicit ResponsesAnswer(const QByteArray &request, const QString &own = {});

    /// The events that these pieces of a stream come to.
    [[nodiscard]] QByteArray feed(const QByteArray &piece);
    /// Those that are still owed when the stream was well. `missing` is incomplete_details, why there should
    /// be more; empty: it is whole.
    [[nodiscard]] QByteArray end(const QJsonObject &missing = {});
    /// A whole answer.
    [[nodiscard]] QByteArray response(const QByteArray &answer);

    // Of an answer in turns

    /// It begins, with a head of its own: where no text model is asked, say.
    [[nodiscard]] QByteArray begin(const QString &id, const QString &model, qint64 createdAt);
    /// What the model said in this turn is over; pictures or another turn may come.
    [[nodiscard]] QByteArray endTurn();
    /// An item of the type image_generation_call. One at a time.
    [[nodiscard]] QByteArray beginPicture(const QString &id);
    /// `facts` are fields beside the picture, which is base64.
    [[nodiscard]] QByteArray preview(int index, const QJsonObject &facts, const QByteArray &picture);
    /// `facts` with its "status"; an empty picture: there is none.
    [[nodiscard]] QByteArray endPicture(const QJsonObject &facts, const QByteArray &picture);
    /// What has come, in one piece. Instead of end().
    [[nodiscard]] QByteArray whole(const QJsonObject &missing = {});

private:
    enum class Kind { Message, Call, Picture };
    struct Item
    {
        Kind kind = Kind::Message;
        QString id;
        QString callId;
        QString name;
        QString text; ///< words, or arguments
        QByteArray written = {}; ///< of a picture: the item, when it is done
    };
    struct Usage
    {
        qint64 input = 0;
        qint64 cached = 0;
        qint64 output = 0;
        qint64 thought = 0;
    };
    void take(const QJsonObject &chunk, QByteArray &events);
    void takeHead(const QJsonObject &chunk);
    void takeWords(const QString &words, QByteArray &events);
    void takeCall(const QJsonObject &call, QByteArray &events);
    [[nodiscard]] QString newItemId(const QString &kind) const; ///< "msg_", "fc_"
    [[nodiscard]] qsizetype open(const Item &item, QByteArray &events);
    void close(qsizetype index, QByteArray &events);
    /// `more` is written as it is, behind the fields: a picture would lie in a JSON value several times over.
    void write(const QString &type, QJsonObject fields, QByteArray &events, const QByteArray &more = {});
    [[nodiscard]] static QJsonObject json(const Item &item, bool isDone);
    enum class State { InProgress, Over };
    [[nodiscard]] QByteArray response(State state, const QJsonObject &missing = {}) const;
    void open(QByteArray &events); ///< the response itself
    [[nodiscard]] bool isIncomplete(const QJsonObject &missing) const;
    void addUsage();
    [[nodiscard]] QJsonObject usage() const;

    QJsonObject m_repeated; ///< what a response says of the request
    StreamCutter m_cutter;
    QString m_id;
    QString m_model;
    qint64 m_createdAt = 0;
    const QString m_own;
    QList<Item> m_items; ///< by their index in the output
    qsizetype m_closed = 0; ///< how many of them are done
    qsizetype m_message = -1; ///< which of them is the message
    QHash<int, qsizetype> m_calls; ///< the vendor's index of a call -> its place; negative: it is not told
    QString m_finish;
    QJsonObject m_usage; ///< of this turn
    Usage m_used; ///< in the turns before
    int m_number = 0; ///< of the next event
    bool m_hasBegun = false;
};

} // namespace lightwell
