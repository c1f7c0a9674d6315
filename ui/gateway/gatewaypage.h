// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "ui/widgets/sign.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <functional>

class QLineEdit;

namespace lightwell {

class Banner;
class Button;
class CodeBox;
class Switch;
class TextLabel;
class Settings;
class Sign;
struct Services;

/// The local gateway: a switch, its address, the key of this computer's programs, and how to connect one.
class GatewayPage : public QWidget
{
    Q_OBJECT
public:
    explicit GatewayPage(const Services &services, QWidget *parent = nullptr);

    /// The options the settings ask for.
    [[nodiscard]] static GatewayOptions options(const Settings &settings);

Q_SIGNALS:
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void say(lightwell::Meaning meaning, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildSwitch();
    QWidget *buildKey();
    QWidget *buildExample();
    void showState(const GatewayState &state);
    void showCall(const GatewayCall &call);
    void hideKey();
    void setOn(bool on);
    void fetchKey(const std::function<void(const QByteArray &)> &then);
    void showExample();
    void copy(const QString &text, const QString &said, bool secret = false);
    const Services &m_services;
    Switch *m_switch;
    TextLabel *m_title;
    TextLabel *m_detail;
    Button *m_copyAddress;
    Banner *m_failure;
    QLineEdit *m_key;
    Button *m_showKey;
    CodeBox *m_curl;
    CodeBox *m_client;
    CodeBox *m_python;
    Sign *m_lastSign;
    TextLabel *m_lastCall;
    QUrl m_url;
    QTimer m_hideSoon; ///< the key is not left in sight
};

} // namespace lightwell
