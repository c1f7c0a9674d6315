// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/engines.h"

#include "providers/automatic1111/automatic1111engine.h"
#include "providers/comfyui/comfyuiengine.h"
#include "providers/common/otherengines.h"
#include "providers/localai/localaiengine.h"
#include "providers/sdcpp/sdcppengine.h"

namespace lightwell {

QList<LocalEngine> localEngines()
{
    return {sdCppEngine(),    comfyUiEngine(),  localAiEngine(),       ollamaEngine(),
            lmStudioEngine(), invokeAiEngine(), automatic1111Engine(), automatic1111WithoutApi()};
}

} // namespace lightwell
