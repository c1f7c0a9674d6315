// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace lightwell {

struct ClientRow;

/// Asks once before a client's key ceases to work.
class RevokeDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RevokeDialog(const ClientRow &row, QWidget *parent = nullptr);
};

} // namespace lightwell
