// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choicebox.h"

namespace lightwell {

/// What the pictures are for: one of the projects there are, a new one that is typed in, or nothing in particular.
class ProjectBox : public ChoiceBox
{
    Q_OBJECT
public:
    explicit ProjectBox(QWidget *parent = nullptr);
    void setProjects(const QStringList &names); ///< what is written stays
    void setProject(const QString &name);
    /// Empty also where what is written cannot be a name; problem() says why.
    [[nodiscard]] QString project() const;
    [[nodiscard]] QString problem() const; ///< empty: none

Q_SIGNALS:
    void edited();
};

} // namespace lightwell
