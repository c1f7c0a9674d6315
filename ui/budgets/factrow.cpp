// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/factrow.h"

#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

class FactRow::Mark : public QWidget
{
public:
    explicit Mark(Icon icon)
        : m_icon(icon)
    {
        setFixedSize(16, 16);
    }
    void show(Icon icon, Meaning meaning)
    {
        m_icon = icon;
        m_meaning = meaning;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokensOf(palette());
        const QColor ink = m_meaning == Meaning::Ok ? t.ok
            : m_meaning == Meaning::Warning         ? t.warn
            : m_meaning == Meaning::Bad             ? t.bad
                                                    : t.muted;
        QPainter painter(this);
        painter.drawPixmap(0, 0, iconPixmap(m_icon, ink, 16, devicePixelRatioF()));
    }

private:
    Icon m_icon;
    Meaning m_meaning = Meaning::Neutral;
};

FactRow::FactRow(Icon icon, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_mark(new Mark(icon))
    , m_name(new TextLabel(TextLabel::Voice::Body))
    , m_amount(new TextLabel(TextLabel::Voice::Body))
{
    setObjectName(objectName);
    m_name->setObjectName(objectName + u".name"_s);
    m_name->setElided(true);
    m_amount->setObjectName(objectName + u".amount"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_mark);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_amount);
}

void FactRow::setIcon(Icon icon, Meaning meaning)
{
    m_mark->show(icon, meaning);
}

void FactRow::setFact(const QString &name, const QString &amount, const QString &exact)
{
    m_name->setText(name);
    m_amount->setText(amount);
    setTip(m_amount, exact);
}

QString FactRow::amount() const
{
    return m_amount->text();
}

} // namespace lightwell
