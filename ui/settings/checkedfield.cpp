// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checkedfield.h"

#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

CheckedField::CheckedField(const QString &objectName, const QString &label, const QString &accessibleName,
                           const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_edit(named(new QLineEdit, objectName, accessibleName))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
{
    m_edit->setPlaceholderText(placeholder);
    m_problem->setObjectName(objectName + u".problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    if (!label.isEmpty()) {
        auto *name = new TextLabel(TextLabel::Voice::Small, label);
        name->setBuddy(m_edit);
        layout->addWidget(name);
    }
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &CheckedField::edited);
}

QString CheckedField::text() const
{
    return m_edit->text();
}

void CheckedField::setText(const QString &text)
{
    if (text != m_edit->text()) {
        m_edit->setText(text);
    }
}

void CheckedField::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_edit->setAccessibleDescription(problem);
}

bool CheckedField::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

} // namespace lightwell
