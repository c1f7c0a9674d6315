// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

#include <QUrl>

namespace lightwell {

class Banner;
class Button;
class Switch;
class TextLabel;
struct GatewayState;

/// The gateway's switch, whether it is on and where, and the ways to what connects a program.
class StateCard : public Card
{
    Q_OBJECT
public:
    /// `failure` says why it could not start, wherever it stands.
    StateCard(const Services &services, Banner &failure, QWidget *parent = nullptr);
    [[nodiscard]] QUrl url() const { return m_url; } ///< at which it listens, or would
    void setOn(bool on);

Q_SIGNALS:
    void connectWanted();
    void say(lightwell::Meaning meaning, const QString &text);

private:
    void build();
    void showState();
    [[nodiscard]] QString whereText(const GatewayState &state) const;
    const Services m_services;
    Banner &m_failure;
    Switch *m_switch;
    TextLabel *m_title;
    TextLabel *m_detail;
    Button *m_copyAddress;
    QUrl m_url;
};

} // namespace lightwell
