// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace lightwell {

/// Asks before starred pictures are deleted.
class DeleteQuestion : public QDialog
{
    Q_OBJECT
public:
    DeleteQuestion(int starred, int all, QWidget *parent);

Q_SIGNALS:
    void allWanted();
    void othersWanted(); ///< those without a star
};

} // namespace lightwell
