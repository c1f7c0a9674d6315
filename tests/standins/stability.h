// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/forminput.h"
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Stability AI's REST API: forms under /v2beta that are answered with a picture, or with base64 in JSON where that is
/// accepted; the creative upscaler's jobs with their results; the balance.
///
/// Points to script: "submit", "status", "balance".
class StabilityStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("sk-standin-stability"); }
    /// An error body of the vendor's.
    [[nodiscard]] static Reply refusal(int status, const QString &name, const QString &words);

    void setCredits(double credits) { m_credits = credits; }
    void emptyTheAccount() override { setCredits(0); }
    void fillTheAccount() override { setCredits(1e9); }
    void failNext(bool refused) override { refused ? refuseNextResult() : filterNext(); }
    void filterNext() { m_filtered = true; } ///< the next picture comes blurred
    void refuseNextResult() { m_refused = true; } ///< the next job ends in moderation

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Job
    {
        FormInput input;
        int pollsLeft = 0;
        bool refused = false;
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] std::optional<Reply> fault(const FormInput &input, const QString &endpoint) const;
    [[nodiscard]] Reply make(const FormInput &input, const QString &endpoint, bool asJson);
    [[nodiscard]] Reply result(const Received &request);

    QHash<QString, Job> m_jobs;
    double m_credits = 100;
    bool m_filtered = false;
    bool m_refused = false;
};

} // namespace lightwell::test
