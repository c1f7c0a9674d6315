// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/unknowndialog.h"

#include "ui/budgets/unknownactions.h"
#include "ui/budgets/unknownpanel.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

UnknownDialog::UnknownDialog(QWidget *parent)
    : QDialog(parent)
{
    named(static_cast<QWidget *>(this), u"unknownDialog"_s, tr("May have been billed"));
    setWindowTitle(accessibleName());
    resize(640, 460);
    auto *list = new QWidget;
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 8, 0);
    m_rows->setSpacing(16);
    m_rows->addStretch();
    auto *scroll = named(new QScrollArea, u"unknownScroll"_s, accessibleName());
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *note = new TextLabel(TextLabel::Voice::Muted,
                               tr("Of these nobody knows whether they were billed. Their estimates stay kept back, and "
                                  "count against the limits, until you say what the provider’s own page shows."));
    note->setWordWrap(true);
    auto *close = named(new Button(Button::Kind::Normal, tr("&Close")), u"unknownClose"_s, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    layout->addWidget(note);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
}

UnknownDialog::Row UnknownDialog::addRow(const QString &name)
{
    Row row {new QWidget, new TextLabel(TextLabel::Voice::Body), new TextLabel(TextLabel::Voice::Strong),
             new UnknownActions(u"unknown."_s + name)};
    row.text->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(row.text, 1);
    line->addWidget(row.sum, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(row.actions, 0, Qt::AlignLeading);
    connect(row.actions, &UnknownActions::askWanted, this, &UnknownDialog::askWanted);
    connect(row.actions, &UnknownActions::billWanted, this, &UnknownDialog::billWanted);
    connect(row.actions, &UnknownActions::notBilledWanted, this, &UnknownDialog::notBilledWanted);
    m_rows->insertWidget(m_rows->count() - 1, row.widget);
    return row;
}

void UnknownDialog::setCalls(const QList<UnknownCall> &calls, const budgettexts::Names &names,
                             const QSet<QString> &asking)
{
    QStringList gone = m_shown.keys();
    for (const UnknownCall &call : calls) {
        const QString name = Ledger::reservationName(call.row.generation, call.row.attempt);
        gone.removeAll(name);
        if (!m_shown.contains(name)) {
            m_shown.insert(name, addRow(name));
        }
        const Row &row = m_shown[name];
        row.text->setText(UnknownPanel::text(call, names));
        row.sum->setText(texts::one(call.row.reserved));
        row.actions->setCall(call, asking.contains(call.row.generation));
    }
    for (const QString &name : gone) {
        QWidget *widget = m_shown.take(name).widget;
        widget->hide();
        widget->deleteLater();
    }
    if (calls.isEmpty()) {
        accept();
    }
}

} // namespace lightwell
