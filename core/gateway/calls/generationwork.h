// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/callwork.h"
#include "core/gateway/calls/generationanswer.h"

#include <QFuture>

#include <functional>

namespace lightwell {

struct Progress;

/// A generation of pictures as the work of a call.
class GenerationWork : public CallWork
{
    Q_OBJECT
public:
    using Tools = GenerationTools;
    /// Keeps a completed answer for later calls, and says what is to be told of that.
    using Keep = std::function<QFuture<AnswerSource>(const Generation &)>;
    /// `body` is what the request takes (nullptr: little): its input pictures count for as long as it runs. `keep` may
    /// be empty.
    GenerationWork(const Tools &tools, DialectPtr dialect, GenerationCall call, std::shared_ptr<BodyShare> body,
                   Keep keep = {});

    void begin(BookedCall &call) override;
    void follow(BookedCall &call, const QString &generation) override;
    void cancel(const BookedCall &call) override;
    void joined(BookedCall &call, Exchange *exchange) override;
    void answer(BookedCall &call, Exchange *exchange) override;
    void refuse(Exchange *exchange, const Refusal &refusal) override;
    [[nodiscard]] bool endedForFree() const override;
    [[nodiscard]] bool isProvisional() const override { return m_isProvisional; }
    [[nodiscard]] qint64 keptBytes() const override;

private:
    void end(BookedCall &call, const Generation &generation);
    void keepAndEnd(BookedCall &call, const Generation &generation);
    void show(BookedCall &call, const Progress &progress);
    void tellEnd(const BookedCall &call);
    void acceptJobs(BookedCall &call); ///< of those that do not wait for it

    const Tools &m_tools;
    DialectPtr m_dialect;
    GenerationCall m_call; ///< without its request once that has begun
    std::shared_ptr<BodyShare> m_body;
    Keep m_keep;
    std::shared_ptr<const Generation> m_outcome; ///< without the input pictures; null until it has ended
    bool m_isProvisional = false; ///< it still runs elsewhere
    bool m_isUnderWay = false; ///< it was not refused at once
};

} // namespace lightwell
