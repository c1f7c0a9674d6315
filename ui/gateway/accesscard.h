// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

class QLineEdit;
class QVBoxLayout;

namespace lightwell {

class OwnKeyBox;
class SegmentedControl;
class Sign;
class Switch;
class TextLabel;

/// Who can reach the gateway, at which addresses, whether calls are encrypted, and the key of this computer. What is
/// changed here a running gateway follows at once.
class AccessCard : public Card
{
    Q_OBJECT
public:
    explicit AccessCard(const Services &services, QWidget *parent = nullptr);
    void hideKey();

Q_SIGNALS:
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void say(lightwell::Meaning meaning, const QString &text);

private:
    QWidget *buildReach();
    QWidget *buildEncryption();
    void setReach(const QString &id);
    void setEncrypted(bool encrypted);
    void showReach();
    void showAddresses(const QList<QUrl> &urls);
    void showEncryption();
    [[nodiscard]] bool isReachable() const; ///< by other computers, as the settings say
    const Services m_services;
    SegmentedControl *m_reach;
    QWidget *m_warning;
    TextLabel *m_warningText;
    QVBoxLayout *m_addresses;
    QList<QUrl> m_shown;
    Switch *m_encrypted;
    QWidget *m_certificate;
    QLineEdit *m_fingerprint;
    OwnKeyBox *m_key;
};

} // namespace lightwell
