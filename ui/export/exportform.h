// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportsettings.h"

#include <QWidget>

namespace lightwell {

class EncodingPanel;
class FormatPanel;
class KeptPanel;
class SizePanel;
class TargetPanel;
class TogetherPanel;

/// All that is chosen for an export, in a column that scrolls.
class ExportForm : public QWidget
{
    Q_OBJECT
public:
    explicit ExportForm(QWidget *parent = nullptr);
    [[nodiscard]] ExportSettings settings() const; ///< fitted to the format
    void setSettings(const ExportSettings &settings); ///< silent
    [[nodiscard]] TargetPanel *target() const { return m_target; }
    [[nodiscard]] SizePanel *size() const { return m_size; }
    [[nodiscard]] EncodingPanel *encoding() const { return m_encoding; }
    void setCount(int count); ///< of pictures
    void setChangeable(bool changeable);

Q_SIGNALS:
    void edited();

private:
    void fitFormat();
    QWidget *m_content;
    FormatPanel *m_format;
    EncodingPanel *m_encoding;
    TogetherPanel *m_together;
    QWidget *m_sizeGroup; ///< with the line over it
    SizePanel *m_size;
    KeptPanel *m_kept;
    TargetPanel *m_target;
};

} // namespace lightwell
