// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace lightwell {

struct NewClient;

/// A client's key, this once: only its hash is kept, so nobody can show it again.
class NewKeyDialog : public QDialog
{
    Q_OBJECT
public:
    explicit NewKeyDialog(const NewClient &client, QWidget *parent = nullptr);

Q_SIGNALS:
    void copied();
    void connectWanted(); ///< how a program is told of it
};

} // namespace lightwell
