// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/replicateinput.h"
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Replicate's API under /v1.
///
/// Points to script: "submit", "status", "cancel", "model", "account", "download". Unknown keys beside "input" are
/// refused, as are unknown inputs. "Prefer: wait" (1 to 60 seconds) answers with the run's end if it takes no longer
/// (see takeTime()), else with 202 and the run as it stands. "Cancel-After" (5 seconds at least) ends a run that takes
/// longer: "aborted" and free in the queue, "canceled" and billed at work. A failed run is a success of HTTP.
class ReplicateStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("r8_standin"); }

    /// The next run ends as "failed" with this text (or as "aborted", "canceled").
    void failNextRun(const QString &error, const QString &status = QStringLiteral("failed"));
    /// The next run's pictures are all dropped by the safety checker; the log says so.
    void dropNextPictures() { m_dropPictures = true; }
    /// An hour has passed: outputs are gone from every run, their links with them.
    void removeData();
    void setEmptyAccount(bool empty) { m_empty = empty; }
    void emptyTheAccount() override { setEmptyAccount(true); }
    void failNext(bool refused) override
    {
        failNextRun(refused ? QStringLiteral("NSFW content detected") : QStringLiteral("CUDA error (E1000)"));
    }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Run
    {
        const ReplicateModel *model = nullptr;
        ReplicateWork work;
        QJsonObject input;
        int pollsLeft = 0;
        QString ending; ///< "failed" …; empty: it will succeed
        QString error;
        std::optional<int> deadline; ///< seconds after it was created
        bool dropped = false;
        bool removed = false;
        QJsonValue output; ///< made once
    };
    [[nodiscard]] Reply create(const Received &request);
    [[nodiscard]] Reply start(const Received &request, const ReplicateModel &model, const QJsonObject &body);
    /// Reads the two headers about time into the run; a refusal where one of them is not valid.
    [[nodiscard]] std::optional<Reply> readTimes(const Received &request, Run &run) const;
    [[nodiscard]] Reply aboutModel(const QString &path) const;
    [[nodiscard]] QJsonObject describe(const QString &id, Run &run);
    [[nodiscard]] QJsonValue makeOutput(const Run &run);
    [[nodiscard]] QString statusOf(const Run &run) const;

    QHash<QString, Run> m_runs;
    QString m_nextEnding;
    QString m_nextError;
    bool m_dropPictures = false;
    bool m_empty = false;
};

} // namespace lightwell::test
