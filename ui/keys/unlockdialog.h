// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDialog>

class QLineEdit;

namespace lightwell {

class Button;
class Keyring;
class TextLabel;

/// Asks for the passphrase of the encrypted key file.
class UnlockDialog : public QDialog
{
    Q_OBJECT
public:
    explicit UnlockDialog(Keyring &keyring, QWidget *parent = nullptr);

private:
    void unlock();
    void finish(const Status &status);
    Keyring &m_keyring;
    QLineEdit *m_passphrase;
    TextLabel *m_problem;
    Button *m_unlock;
};

} // namespace lightwell
