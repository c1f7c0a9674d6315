// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/keyfilter.h"
#include "core/chat/textstream.h"
#include "core/engine/attemptwork.h"
#include "core/engine/calldriver.h"
#include "core/engine/textorder.h"

#include <QElapsedTimer>

namespace lightwell {

/// A call to a text model, carried out at one provider. Once a piece of its stream has been passed on, whatever ends it
/// is the end: what came is settled, by an estimate where the vendor had no time to count it.
class TextAttempt : public AttemptWork
{
    Q_OBJECT
public:
    struct Ways
    {
        HttpClient &http;
        CallPatience patience;
    };
    TextAttempt(const Ways &ways, const Plan &plan, TextConversationPtr conversation, QObject *parent);

    void takeTurn(Turn *turn) override;
    void start() override;
    void cancel() override;

Q_SIGNALS:
    void pieceArrived(const lightwell::HttpResponse &head, const QByteArray &piece);
    void answered(const QByteArray &answer); ///< before finished()

private:
    void take(const HttpResponse &head, const QByteArray &piece);
    void pass(const QByteArray &words);
    void ended(const CallOutcome &outcome);
    void settlePart(CallEnd &end, QJsonObject &usage) const;

    const Plan m_plan;
    const TextConversationPtr m_conversation;
    CallDriver *const m_driver;
    QObject *m_turn = nullptr;
    StreamMeter m_meter;
    KeyFilter m_keys; ///< for what is passed on
    HttpResponse m_head; ///< of what is
    QElapsedTimer m_clock; ///< since the start
    std::optional<qint64> m_firstMs; ///< AnswerNotes::firstMs
    bool m_cancelled = false;
};

} // namespace lightwell
