// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/exclusivefocus.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

class Segment : public QAbstractButton
{
public:
    Segment(const QString &text, bool *byKey)
        : m_byKey(byKey)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 24, fontMetrics().height() + 10};
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        *m_byKey = true; // arrows choose at once
        QAbstractButton::keyPressEvent(event);
        *m_byKey = false;
    }
    void keyReleaseEvent(QKeyEvent *event) override
    {
        *m_byKey = true; // Space chooses now
        QAbstractButton::keyReleaseEvent(event);
        *m_byKey = false;
    }
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokensOf(palette());
        QPainter painter(this);
        const QRectF area(rect());
        if (isChecked()) {
            painting::roundedBox(&painter, area, painting::innerRadius, t.dark ? t.bg : t.surface, t.line);
        }
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painting::focusRing(&painter, area, painting::innerRadius, t);
        }
        QFont own = font();
        own.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(own);
        painter.setPen(!isEnabled() ? mixed(t.muted, t.raised, 0.5) : isChecked() || underMouse() ? t.text : t.muted);
        painter.drawText(rect(), Qt::AlignCenter | painting::mnemonicFlag(this), text());
    }

private:
    bool *m_byKey; ///< of the control, which outlives it
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->setSpacing(2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    keepTabOnChecked(m_group);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) { Q_EMIT chosen(m_ids.value(index)); });
}

void SegmentedControl::addSegment(const QString &id, const QString &text)
{
    auto *segment = new Segment(text, &m_byKey);
    segment->setObjectName(objectName() + u'.' + id);
    QString plain = text;
    segment->setAccessibleName(plain.remove(u'&'));
    m_group->addButton(segment, static_cast<int>(m_ids.size()));
    m_ids.append(id);
    layout()->addWidget(segment);
}

QString SegmentedControl::current() const
{
    return m_ids.value(m_group->checkedId());
}

void SegmentedControl::setCurrent(const QString &id)
{
    if (QAbstractButton *it = segment(id)) {
        it->setChecked(true);
    }
}

QAbstractButton *SegmentedControl::segment(const QString &id) const
{
    return m_group->button(static_cast<int>(m_ids.indexOf(id)));
}

void SegmentedControl::setSegmentShown(const QString &id, bool shown)
{
    if (QAbstractButton *it = segment(id)) {
        it->setVisible(shown);
    }
}

void SegmentedControl::setSegmentEnabled(const QString &id, bool enabled, const QString &why)
{
    if (QAbstractButton *it = segment(id)) {
        it->setEnabled(enabled);
        setTip(it, enabled ? QString() : why);
    }
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painting::roundedBox(&painter, QRectF(rect()), painting::controlRadius, t.raised, t.line);
}

} // namespace lightwell
