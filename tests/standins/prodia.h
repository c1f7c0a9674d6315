// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/imagesapi.h"

namespace lightwell::test {

/// Prodia's jobs, answered at once: JSON or a form goes in, a form with the job and the picture comes out, or bare
/// bytes where nothing else is accepted. Types nobody knows count as a lack of capacity.
class ProdiaStandIn : public ImagesApiStandIn
{
public:
    ProdiaStandIn();
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("prodia-standin"); }
    static constexpr double dollars = 0.0025; ///< what each job costs

    /// A form of a job and, unless it is empty, the bytes that came of it.
    [[nodiscard]] static QByteArray form(const QJsonObject &job, const QByteArray &output,
                                         const QByteArray &lineEnd = QByteArrayLiteral("\r\n"));
    [[nodiscard]] static QByteArray formType() { return QByteArrayLiteral("multipart/form-data; boundary=xyz-7"); }
    void endLinesBriefly() { m_lineEnd = "\n"; }
    void failNext() { m_fails = true; } ///< the next job is taken and comes to nothing

protected:
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;
    [[nodiscard]] std::optional<Order> orderIn(const Received &request, const QString &point) const override;
    [[nodiscard]] Reply refused(Fault fault, const QString &message, const QString &field) const override;
    [[nodiscard]] std::optional<Reply> faultIn(const Order &order) override;
    [[nodiscard]] Reply make(const Order &order) override;

private:
    QByteArray m_accept; ///< of the request in work
    bool m_wantsPrice = false;
    QByteArray m_lineEnd = "\r\n";
    bool m_fails = false;
};

} // namespace lightwell::test
