// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

class VendorInputs;

/// Fireworks AI under /inference/v1: workflows and image_generation that answer at once, Kontext's jobs with their
/// get_result, and the list of models.
///
/// Points to script: "submit", "status", "models", "download".
class FireworksStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("fw_standin"); }
    [[nodiscard]] static Reply refusal(int status, const QString &code, const QString &message,
                                       const QString &param = {});

    /// The next picture, or job, is filtered (`Content Moderated`) or ends with this status.
    void endNext(const QString &status) { m_nextStatus = status; }
    /// JSON comes as a list of pictures, as it did in older days.
    void answerWithList() { m_list = true; }
    void emptyTheAccount() override { m_suspended = true; }
    void failNext(bool refused) override;

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Job
    {
        QJsonObject wish;
        QString end;
        int pollsLeft = 0;
        QString link; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply make(const Received &request, const QJsonObject &wish);
    [[nodiscard]] Reply status(const QString &id);

    QHash<QString, Job> m_jobs;
    QString m_nextStatus;
    bool m_list = false;
    bool m_suspended = false;
};

} // namespace lightwell::test
