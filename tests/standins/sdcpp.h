// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// stable-diffusion.cpp's server: its own API under /sdcpp/v1, and the lists by which it passes for Automatic1111.
///
/// Points to script: "submit", "status", "cancel", and the lists by their names ("capabilities", "sd-models" …).
class SdCppStandIn : public VendorStandIn
{
public:
    /// The next job fails with this code.
    void failNextJob(const QString &code) { m_nextFailure = code; }
    void failNext(bool /*refused*/) override { failNextJob(QStringLiteral("generation_failed")); }
    [[nodiscard]] QJsonObject lastBody() const { return m_body; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Job
    {
        QJsonObject body;
        QString failure;
        int pollsLeft = 0;
        bool cancelled = false;
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] Reply cancel(const QString &id);
    [[nodiscard]] QJsonObject tell(const QString &id, const Job &job, const QString &state) const;

    QHash<QString, Job> m_jobs;
    QString m_nextFailure;
    QJsonObject m_body;
};

} // namespace lightwell::test
