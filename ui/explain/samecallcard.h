// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "ui/explain/explaincard.h"

namespace lightwell {

class SegmentedControl;
class ValueText;

/// The same request as a program makes it through the gateway.
class SameCallCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit SameCallCard(QWidget *parent = nullptr);
    void show(const Explanation &explanation);
    /// `url`: where it listens, or would.
    void setGateway(const GatewayState &state, const QUrl &url);

Q_SIGNALS:
    void gatewayWanted(); ///< it is to be switched on

private:
    void write();
    SegmentedControl *m_language;
    QWidget *m_off; ///< that the gateway is
    ValueText *m_text;
    Request m_request;
    QString m_project;
    QUrl m_url;
};

} // namespace lightwell
