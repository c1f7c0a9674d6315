// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/projectbox.h"

#include "core/model/projectname.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace lightwell {

using namespace Qt::StringLiterals;

ProjectBox::ProjectBox(QWidget *parent)
    : ChoiceBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setCompletionMode(QCompleter::PopupCompletion); // "shoe" is not to become "shoes" by itself
    lineEdit()->setPlaceholderText(tr("None"));
    lineEdit()->setMaxLength(static_cast<int>(longestProjectName));
    named(lineEdit(), u"projectName"_s, tr("Project"));
    setTip(this, tr("What the pictures are for. Budgets and usage can be looked at by project."));
    connect(this, &QComboBox::editTextChanged, this, &ProjectBox::edited);
}

void ProjectBox::setProjects(const QStringList &names)
{
    const QSignalBlocker quiet(this);
    const QString written = currentText();
    clear();
    addItems(names);
    setCurrentIndex(-1);
    setEditText(written);
}

void ProjectBox::setProject(const QString &name)
{
    setEditText(name);
}

QString ProjectBox::project() const
{
    const QString name = currentText().trimmed();
    return isProjectName(name) ? name : QString();
}

QString ProjectBox::problem() const
{
    const QString name = currentText().trimmed();
    return name.isEmpty() || isProjectName(name)
        ? QString()
        : tr("A project's name takes letters, digits and signs that can be seen.");
}

} // namespace lightwell
