// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

// Parts that stand in many rows. "size" is no field of Runware's: the legal pairs of width and height.
#define RW_EVERY                                                                                                       \
    "-prompt taskType! taskUUID! model! deliveryMethod=sync|async includeCost outputType=URL|base64Data|dataURI "      \
    "outputFormat=JPG|PNG|WEBP outputQuality=20..99 ttl=60..9999999 webhookURL uploadEndpoint "
#define RW_PICTURE RW_EVERY "positivePrompt! numberResults=1..20 seed checkNSFW "
#define RW_SIDES "width!=128..2048 height!=128..2048 "
#define RW_DIFFUSION RW_PICTURE RW_SIDES "steps=1..100 CFGScale=0..50 scheduler lora "
#define RW_BFL RW_PICTURE "providerSettings.bfl.promptUpsampling providerSettings.bfl.safetyTolerance=0..6 "
#define RW_KONTEXT "size=1024x1024|1568x672|1392x752|1184x880|1248x832|832x1248|880x1184|752x1392|672x1568 "
#define RW_REFERENCES "inputs.referenceImages "
#define RW_UPSCALE RW_EVERY "inputs.image! upscaleFactor!="

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"bfl:5@1 bfl:7@1", RW_BFL RW_REFERENCES "width!=256..2048 height!=256..2048"},
    {"bfl:6@1", RW_BFL RW_REFERENCES "width!=256..2048 height!=256..2048 steps=1..50 CFGScale=1.5..10"},
    {"bfl:2@1", RW_BFL "width!=256..1440 height!=256..1440"},
    {"bfl:2@2",
     RW_BFL "width! height! providerSettings.bfl.raw "
            "size=2048x2048|3136x1344|2752x1536|2368x1792|2496x1664|1664x2496|1792x2368|1536x2752|1344x3136"},
    {"bfl:3@1 bfl:4@1", RW_BFL RW_REFERENCES "width height " RW_KONTEXT},
    {"runware:400@1 runware:400@2 runware:400@3 runware:400@4", RW_DIFFUSION RW_REFERENCES},
    {"runware:106@1",
     RW_PICTURE "width height steps=1..100 CFGScale=0..50 scheduler lora inputs.referenceImages! " RW_KONTEXT},
    {"runware:100@1 runware:z-image@turbo rundiffusion:130@100 rundiffusion:110@101", RW_DIFFUSION},
    {"runware:101@1", RW_DIFFUSION "seedImage strength=0..1 maskImage"},
    {"runware:107@1", RW_DIFFUSION "seedImage strength=0..1"},
    {"runware:108@1 alibaba:qwen-image@2512 runware:97@1 runware:97@2 runware:97@3 runware:5@1",
     RW_DIFFUSION "negativePrompt"},
    {"runware:108@20 runware:108@22 alibaba:qwen-image-edit@2511",
     RW_DIFFUSION "negativePrompt inputs.referenceImages!"},
    {"alibaba:qwen-image@layered", RW_PICTURE "inputs.image! steps=1..100"},
    {"civitai:101055@128078 civitai:215418@273102 civitai:240850@271743 civitai:4384@128713 civitai:139562@798204 "
     "civitai:260267@293564 imagerouter:1369089@1546777 imagerouter:257749@290640",
     RW_DIFFUSION "negativePrompt seedImage strength=0..1 maskImage"},
    {"openai:4@1 openai:1@2",
     RW_PICTURE RW_REFERENCES "width height size=1024x1024|1536x1024|1024x1536 "
                              "providerSettings.openai.quality=auto|low|medium|high "
                              "providerSettings.openai.background=auto|transparent|opaque"},
    {"google:4@2",
     RW_PICTURE RW_REFERENCES
     "width height "
     "size=1024x1024|848x1264|1264x848|896x1200|1200x896|928x1152|1152x928|768x1376|1376x768|1584x672|2048x2048|"
     "1696x2528|2528x1696|1792x2400|2400x1792|1856x2304|2304x1856|1536x2752|2752x1536|3168x1344|4096x4096|3392x5056|"
     "5056x3392|3584x4800|4800x3584|3712x4608|4608x3712|3072x5504|5504x3072|6336x2688"},
    {"xai:grok-imagine@image", RW_PICTURE RW_REFERENCES "width height"},
    {"bytedance:seedream@4.5", RW_PICTURE RW_REFERENCES "width!=1280..4096 height!=1280..4096"},
    {"bytedance:5@0", RW_PICTURE RW_REFERENCES "width!=1024..4096 height!=1024..4096"},
    {"bytedance:3@1", RW_PICTURE "width!=512..2048 height!=512..2048"},
    {"bytedance:4@1", RW_PICTURE "inputs.referenceImages!"},
    {"prunaai:1@1", RW_PICTURE "width!=256..1440 height!=256..1440"},
    {"recraft-v4-1-flash", RW_PICTURE "width! height! negativePrompt"},
    {"bria:20@1", RW_PICTURE RW_REFERENCES "width! height! negativePrompt steps=20..50 CFGScale=0..50"},
    {"sourceful:1@1 sourceful:1@0", RW_PICTURE "width height inputs.references!"},
    {"imagineart:1@5 imagineart:1.5-pro@0", RW_PICTURE},
    {"runware:500@1",
     RW_UPSCALE "2..2 settings.steps=1..100 settings.CFGScale=0..50 settings.seed settings.strength=0..1 "
                "settings.scheduler settings.positivePrompt settings.negativePrompt"},
    {"runware:501@1 runware:502@1", RW_UPSCALE "2..2 settings.steps=1..100 settings.CFGScale=0..50 settings.seed"},
    {"runware:109@1",
     RW_EVERY "inputs.image! settings.rgba settings.postProcessMask settings.returnOnlyMask settings.alphaMatting "
              "settings.alphaMattingForegroundThreshold=1..255 settings.alphaMattingBackgroundThreshold=1..255 "
              "settings.alphaMattingErodeSize=1..255"},
    {"bria:2@1", RW_EVERY "inputs.image!"},
    {"runware:503@1", RW_UPSCALE "2..4"},
};

} // namespace

std::span<const VendorTableRow> runwareTable()
{
    return rows;
}

} // namespace lightwell::test
