"""What plotting programs print under matplotlib: python3 pyplot_programs.py > pyplot_programs.json"""
import contextlib
import io
import json
import warnings

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

warnings.simplefilter("ignore")
programs = [
    r'''import matplotlib.pyplot as plt, numpy as np
fig, ax = plt.subplots()
ax2 = ax.twinx()
l1, = ax.plot([1,2,3],[1,4,9],'b-',label='loss'); l2, = ax2.plot([1,2,3],[.2,.5,.9],'g-',label='acc')
ax.set(xlabel='epoch', ylabel='loss', title='t', xlim=(0, 4)); ax2.set_ylabel('acc', color='g'); ax2.tick_params(axis='y', labelcolor='g')
ax.legend(handles=[l1, l2]); ax.spines['top'].set_visible(False); ax.spines[['right']].set_visible(False)
ax.set_xticks([1,2,3]); ax.set_xticklabels(['a','b','c']); ax.set_yscale('log'); ax.minorticks_on(); ax.margins(0.1); ax.set_aspect('auto')
fig.set_size_inches(6, 3); fig.tight_layout(); fig.suptitle('both'); plt.show()
print(ax.get_xlim(), ax.get_title(), len(ax.lines), fig.axes.__len__())
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

x=np.linspace(-5,5,200); sig=1/(1+np.exp(-x))
fig, axs = plt.subplots(2,3,figsize=(12,7))
fns={'Sigmoid':sig,'Tanh':np.tanh(x),'ReLU':np.maximum(0,x),'Leaky ReLU':np.where(x>0,x,.1*x),'ELU':np.where(x>0,x,np.exp(x)-1),'Softplus':np.log1p(np.exp(x))}
for ax,(n,y) in zip(axs.flat, fns.items()):
    ax.plot(x,y,lw=2,label=n); ax.plot(x,np.gradient(y,x),'--',label=f"{n}'")
    ax.set_title(n); ax.grid(True,alpha=.3); ax.legend(fontsize=8); ax.axhline(0,color='k',lw=.5); ax.axvline(0,color='k',lw=.5)
    ax.set_xlabel('x'); ax.set_ylabel('f(x)')
plt.suptitle('Activation functions and derivatives', fontsize=16)
plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

fig, ax1 = plt.subplots(figsize=(8,5))
ep=np.arange(1,21); loss=2*np.exp(-ep/5)+.1; acc=1-np.exp(-ep/4)
c='tab:red'; ax1.set_xlabel('epoch'); ax1.set_ylabel('loss', color=c); l1=ax1.plot(ep,loss,color=c,marker='o',label='train loss'); ax1.tick_params(axis='y',labelcolor=c)
ax2=ax1.twinx(); c='tab:blue'; ax2.set_ylabel('accuracy',color=c); l2=ax2.plot(ep,acc*100,color=c,marker='s',label='val acc'); ax2.tick_params(axis='y',labelcolor=c)
lines=l1+l2; ax1.legend(lines,[l.get_label() for l in lines],loc='center right')
plt.title('Training'); fig.tight_layout(); plt.show(); print(len(lines), l1[0].get_color(), ax2.get_ylabel())
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

fig, ax = plt.subplots(); ax2=ax.twinx()
ax.plot([1,2,3],[3,2,1],label='a'); ax2.plot([1,2,3],[.1,.4,.9],'r--',label='b')
h1,la1=ax.get_legend_handles_labels(); h2,la2=ax2.get_legend_handles_labels()
ax.legend(h1+h2, la1+la2, loc='upper center', bbox_to_anchor=(.5,-.1), ncol=2, frameon=False)
print(la1+la2); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

W=np.random.randn(6,8); fig,ax=plt.subplots(figsize=(7,5))
im=ax.imshow(W,cmap='coolwarm',vmin=-2,vmax=2)
for i in range(6):
    for j in range(8):
        ax.text(j,i,f'{W[i,j]:.1f}',ha='center',va='center',color='white' if abs(W[i,j])>1 else 'black',fontsize=8)
ax.set_xticks(range(8)); ax.set_xticklabels([f'in{j}' for j in range(8)],rotation=45,ha='right'); ax.set_yticks(np.arange(6),labels=[f'out{i}' for i in range(6)])
fig.colorbar(im,ax=ax,label='weight'); ax.set_title('Weights'); plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

X=np.random.randn(100,2); y=(X[:,0]*X[:,1]>0).astype(int)
xx,yy=np.meshgrid(np.linspace(-3,3,80),np.linspace(-3,3,80)); Z=1/(1+np.exp(-3*xx*yy))
plt.figure(figsize=(7,6)); cf=plt.contourf(xx,yy,Z,levels=20,cmap='RdBu',alpha=.7); plt.colorbar(cf,label='p')
plt.contour(xx,yy,Z,levels=[.5],colors='k',linewidths=2)
plt.scatter(X[:,0],X[:,1],c=y,cmap='RdBu',edgecolors='k',s=40); plt.xlabel('$x_1$'); plt.ylabel('$x_2$'); plt.title('Decision region'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

X=np.random.randn(60,2); y=(X.sum(1)>0).astype(int)
xx,yy=np.meshgrid(np.arange(-3,3,.1),np.arange(-3,3,.1)); Z=(xx+yy>0).astype(int)
from matplotlib.colors import ListedColormap
plt.contourf(xx,yy,Z,cmap=ListedColormap(['#FFAAAA','#AAAAFF']),alpha=.8)
for k,c,m in [(0,'red','o'),(1,'blue','^')]: plt.scatter(X[y==k,0],X[y==k,1],c=c,marker=m,label=f'class {k}',edgecolor='k')
plt.legend(); plt.xlim(xx.min(),xx.max()); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

names=['ReLU','LeakyReLU','ELU','GELU','SiLU']; acc=[.91,.92,.915,.93,.928]; t=[1.0,1.1,1.8,2.2,1.9]
x=np.arange(5); w=.35
fig,ax=plt.subplots(figsize=(9,5)); r1=ax.bar(x-w/2,acc,w,label='accuracy',yerr=[.01]*5,capsize=4); r2=ax.bar(x+w/2,t,w,label='time')
ax.bar_label(r1,fmt='%.2f',padding=3); ax.bar_label(r2,padding=3)
ax.set_xticks(x,names); ax.set_ylabel('score'); ax.legend(); ax.set_ylim(0,2.6)
print(r1, len(r1), r1[0].get_height(), r1.patches[1].get_x()); print(r1[0]); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

acts=[np.random.randn(1000)*s for s in (1,.5,.2)]
fig,axs=plt.subplots(1,3,figsize=(12,3.5),sharey=True)
for i,(a,ax) in enumerate(zip(acts,axs)):
    n,b,p=ax.hist(a,bins=30,color=f'C{i}',edgecolor='white',alpha=.8); ax.set_title(f'Layer {i+1}\nmean={a.mean():.2f}, std={a.std():.2f}'); ax.axvline(a.mean(),color='r',ls='--',label='mean'); ax.legend()
    print(n.sum(), len(b), len(p), type(p).__name__)
axs[0].set_ylabel('count'); fig.supxlabel('activation'); plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

plt.hist([np.random.randn(200),np.random.randn(200)+2],bins=20,label=['a','b'],stacked=True); plt.hist(np.random.randn(300)-3,bins=15,histtype='step',lw=2,label='step',density=False); plt.hist(np.random.randn(300)+5,bins=15,histtype='stepfilled',alpha=.4,label='filled'); plt.legend(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

e=np.arange(1,101); plt.figure(figsize=(8,4)); plt.semilogy(e,np.exp(-e/10),label='SGD'); plt.semilogy(e,np.exp(-e/20),label='Adam'); plt.grid(True,which='both',ls=':'); plt.legend(title='optimizer'); plt.xlabel('iteration'); plt.ylabel('loss'); plt.title(r'$\mathcal{L}(\theta) = \frac{1}{N}\sum_i (y_i-\hat{y}_i)^2$'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

e=np.arange(1,31); l=2.3*np.exp(-e/15)+.3
fig,(a,b)=plt.subplots(1,2,figsize=(10,4)); a.plot(e,l); a.set_yscale('log'); b.loglog(e,l,'o-',markevery=3); a.set_title('short log'); a.minorticks_on(); a.grid(True,which='minor',alpha=.2); plt.tight_layout(); plt.show(); print(a.get_ylim(), a.get_yscale())
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

from matplotlib.gridspec import GridSpec
fig=plt.figure(figsize=(9,6)); gs=GridSpec(2,3,figure=fig,width_ratios=[2,1,1],hspace=.4,wspace=.3)
a=fig.add_subplot(gs[0,:]); b=fig.add_subplot(gs[1,0]); c=fig.add_subplot(gs[1,1:])
a.plot(np.cumsum(np.random.randn(100))); a.set_title('long'); b.bar(['x','y'],[1,2]); c.pie([3,2,1],labels=['relu','tanh','gelu'],autopct='%1.1f%%',startangle=90,explode=[0,.1,0]); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

data=[np.random.randn(100)*s+i for i,s in enumerate((1,2,.5))]
fig,ax=plt.subplots(1,2,figsize=(9,4)); bp=ax[0].boxplot(data,labels=['a','b','c'],patch_artist=True)
for p,c in zip(bp['boxes'],['lightblue','lightgreen','pink']): p.set_facecolor(c)
ax[0].set_title('gradients'); ax[0].yaxis.grid(True); ax[1].boxplot(data,vert=False,showmeans=True); print(sorted(bp), len(bp['whiskers'])); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

from matplotlib.ticker import MultipleLocator, FuncFormatter, PercentFormatter, MaxNLocator, FormatStrFormatter
fig,axs=plt.subplots(2,2,figsize=(9,6)); x=np.linspace(-2*np.pi,2*np.pi,200)
axs[0,0].plot(x,np.sin(x)); axs[0,0].xaxis.set_major_locator(MultipleLocator(np.pi)); axs[0,0].xaxis.set_major_formatter(FuncFormatter(lambda v,p: f'{v/np.pi:.0f}$\\pi$'))
axs[0,1].plot(np.arange(5),[.1,.5,.7,.8,.9]); axs[0,1].yaxis.set_major_formatter(PercentFormatter(1.0)); axs[0,1].xaxis.set_major_locator(MaxNLocator(integer=True))
axs[1,0].plot(x,x**2*1e6); axs[1,0].ticklabel_format(axis='y',style='sci',scilimits=(0,0)); axs[1,1].plot(x,np.cos(x)); axs[1,1].yaxis.set_major_formatter(FormatStrFormatter('%.2f')); axs[1,1].xaxis.set_minor_locator(MultipleLocator(1)); axs[1,1].tick_params(axis='x',rotation=30,labelsize=8,direction='in')
plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

import matplotlib.patches as mpatches
from matplotlib.lines import Line2D
fig,ax=plt.subplots(figsize=(6,6)); ax.add_patch(mpatches.Circle((0,0),1,fill=False,ec='b',lw=2)); ax.add_patch(plt.Rectangle((-.5,-.5),1,1,color='orange',alpha=.5)); ax.arrow(0,0,1,1,head_width=.1,color='g',length_includes_head=True); ax.set_xlim(-2,2); ax.set_ylim(-2,2); ax.set_aspect('equal')
ax.annotate('peak',xy=(0,1),xytext=(1,1.6),arrowprops=dict(arrowstyle='->',connectionstyle='arc3,rad=.2')); ax.annotate('fat',xy=(0,-1),xytext=(-1.5,-1.6),arrowprops=dict(facecolor='black',shrink=.05)); ax.text(.5,.9,'boxed',transform=ax.transAxes,ha='center',bbox=dict(boxstyle='round',facecolor='wheat',alpha=.5))
ax.legend(handles=[mpatches.Patch(color='red',label='patch'),Line2D([0],[0],color='b',lw=2,ls='--',label='line'),Line2D([],[],marker='o',ls='',color='g',label='dots')],loc='lower right'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

x=np.linspace(0,10,50); y=np.vstack([np.sin(x)+2,np.cos(x)+2,x/5]); plt.stackplot(x,y,labels=['a','b','c'],alpha=.8); plt.legend(loc='upper left'); plt.axline((0,0),slope=.5,color='k',ls='--'); plt.fill_between(x,0,1,where=x>5,step='mid',color='gray',alpha=.3); plt.margins(x=0); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

fig,axs=plt.subplots(1,3,figsize=(12,4)); m=np.random.rand(5,7); a=axs[0].pcolormesh(m,cmap='plasma'); fig.colorbar(a,ax=axs[0],orientation='horizontal'); axs[1].matshow(m); b=axs[2].imshow(m,origin='lower',extent=[0,1,0,1],aspect='auto'); fig.colorbar(b,ax=axs[2],shrink=.6); axs[2].set_title('img'); axs[1].set_title('mat'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

fig,axs=plt.subplots(2,2,figsize=(8,6),sharex=True,sharey=True); im=None
for i,ax in enumerate(axs.flat): im=ax.imshow(np.random.rand(8,8),cmap='gray'); ax.axis('off'); ax.set_title(f'filter {i}')
fig.colorbar(im,ax=axs.ravel().tolist(),shrink=.8); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

x=np.linspace(-3,3,40); X,Y=np.meshgrid(x,x); Z=X**2+3*Y**2; cs=plt.contour(X,Y,Z,levels=[1,3,6,10,15],cmap='viridis'); plt.clabel(cs,inline=True,fontsize=8); path=np.array([[2.5*.8**i,1.5*(.3)**i] for i in range(10)]); plt.plot(path[:,0],path[:,1],'ro-',markersize=4,label='gradient descent'); plt.axis('equal'); plt.legend(); plt.title('Loss surface $f(x,y)=x^2+3y^2$'); plt.show(); print(cs.levels)
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

ms='.,ov^<>12348sp*hHDd+xXP|_'
for i,m in enumerate(ms): plt.plot(i%6,i//6,marker=m,ms=14,ls='',label=m)
plt.xlim(-1,6); plt.ylim(-1,5); plt.plot([0,5],[4.5,4.5],ls=(0,(5,2,1,2)),color=(.1,.2,.5)); plt.plot([0,5],[-.5,-.5],'k-.',drawstyle='steps'); plt.plot(2.5,4.2,'o',ms=12,fillstyle='none',mec='r',mew=2); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

ax=plt.gca(); ax.spines['left'].set_position('zero'); ax.spines['bottom'].set_position('zero'); ax.spines['right'].set_color('none'); ax.spines['top'].set_visible(False); x=np.linspace(-4,4,100); ax.plot(x,np.tanh(x),label=r'$\tanh(x)$'); ax.plot(x,1/(1+np.exp(-x)),label=r'$\sigma(x)=\frac{1}{1+e^{-x}}$'); ax.plot(x,np.exp(-x**2/2)/np.sqrt(2*np.pi),label=r'$\frac{1}{\sqrt{2\pi}}e^{-\frac{x^2}{2}}$'); ax.legend(loc='upper left'); ax.set_title(r'$\alpha\leq\beta\cdot\infty,\ \mathrm{softmax}(x_i)$'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

fig,axd=plt.subplot_mosaic([['a','a'],['b','c']],figsize=(7,5),layout='constrained'); axd['a'].plot([1,2,3]); axd['b'].errorbar([1,2,3],[2,3,1],yerr=[.2,.4,.1],fmt='o',capsize=4,label='e'); axd['b'].legend(); axd['c'].stem([1,2,3],[2,3,1]); 
for k,a in axd.items(): a.set_title(f'ax {k}',loc='left',fontweight='bold')
print(list(axd)); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

with plt.style.context('ggplot'):
    fig,ax=plt.subplots(); ax.plot([1,2,3],color=plt.cm.viridis(.3)); cm=plt.get_cmap('tab10'); ax.plot([3,2,1],c=cm(3)); print(cm(0), plt.cm.viridis(0.0)[3])
    for i,c in enumerate(plt.cm.plasma(np.linspace(0,1,5))): ax.plot([1+i*.1,2],c=c)
    plt.setp(ax.get_lines(),linewidth=3); plt.setp(ax.get_xticklabels(),rotation=45,ha='right'); print(plt.getp(ax.lines[0],'linewidth'))
plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

x=np.linspace(0,1,20); fig,axs=plt.subplots(3,1,figsize=(6,8),sharex=True)
for i,ax in enumerate(axs): ax.plot(x,x**(i+1)); ax.set_ylabel(f'$x^{i+1}$',rotation=0,labelpad=15); ax.label_outer()
axs[-1].set_xlabel('x'); fig.suptitle('powers',y=.95); fig.subplots_adjust(hspace=.1); fig.text(.5,.01,'note',ha='center'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

n=['Sigmoid','Hyperbolic tangent','ReLU']; v=[.25,1,1]; b=plt.barh(n,v,color=['C0','C1','C2'],edgecolor='k',height=.5); plt.xlabel('max gradient'); plt.gca().invert_yaxis(); 
for r in b: plt.text(r.get_width()+.01, r.get_y()+r.get_height()/2, f'{r.get_width():.2f}', va='center')
b[0].set_color('red'); plt.xlim(0,1.2); plt.grid(axis='x',ls='--',alpha=.5); plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

x=np.arange(10); plt.figure(figsize=(8,4)); plt.subplot(1,2,1); plt.plot(x,x**2,'b^--',label='$x^2$'); plt.legend(loc='best',shadow=True); plt.subplot(122); plt.plot(x,np.sqrt(x),c='#0a0',ls='-.',lw=3,alpha=.5,label=r'$\sqrt{x}$'); plt.xticks([0,5,9],['zero','five','nine'],rotation='vertical'); plt.legend(); plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

g=np.logspace(0,-8,9); plt.plot(range(1,10),g,'o-'); plt.yscale('log'); plt.xlabel('layer'); plt.ylabel('gradient norm'); plt.title('Vanishing gradients'); plt.annotate('vanishes',(9,1e-8),xytext=(-60,40),textcoords='offset points',arrowprops={'arrowstyle':'->','color':'r'},color='r'); plt.grid(True,which='both',axis='y',alpha=.4); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

fig,axes=plt.subplots(3,3,figsize=(8,8))
for i in range(3):
    for j in range(3):
        axes[i,j].imshow(np.random.rand(28,28),cmap='gray_r'); axes[i,j].set_xticks([]); axes[i,j].set_yticks([]); axes[i,j].set_title(f'Label: {i*3+j}')
plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

x=np.linspace(-4,4,100); fig,ax=plt.subplots(); ax.plot(x,np.tanh(x)); ax.fill_between(x,np.tanh(x)-.2,np.tanh(x)+.2,alpha=.2,label='band'); ax.axvspan(-1,1,alpha=.1,color='green',label='linear'); ax.set_title('A very long title for a small figure about saturating functions\nand their linear regions',fontsize=10); ax.legend(loc='upper left',bbox_to_anchor=(1.02,1)); ax.set_ylabel('activation value with long label'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

fig=plt.figure(figsize=(10,4)); ax1=fig.add_subplot(1,2,1); ax2=fig.add_subplot(1,2,2); tr=1/np.arange(1,51)**.5; va=tr+.1+np.random.rand(50)*.05
ax1.plot(tr,label='train'); ax1.plot(va,label='validation'); ax1.axvline(np.argmin(va),ls='--',color='gray',label=f'best={np.argmin(va)}'); ax1.scatter([np.argmin(va)],[va.min()],color='red',zorder=5,s=60,marker='*'); ax1.legend(); ax1.set_title('Loss'); ax1.grid()
ax2.plot(1-tr,'g-'); ax2.set_ylim(0,1); ax2.set_title('Accuracy'); ax2.set_xlim(left=0); ax2.yaxis.set_major_formatter(plt.FuncFormatter(lambda v,_:f'{v:.0%}')); fig.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

cm=np.array([[50,2,1],[4,45,3],[0,6,44]]); fig,ax=plt.subplots(); im=ax.imshow(cm,cmap=plt.cm.Blues); ax.figure.colorbar(im,ax=ax); ax.set(xticks=np.arange(3),yticks=np.arange(3),xticklabels=['a','b','c'],yticklabels=['a','b','c'],title='Confusion matrix',ylabel='True label',xlabel='Predicted label')
for i in range(3):
    for j in range(3): ax.text(j,i,format(cm[i,j],'d'),ha='center',va='center',color='white' if cm[i,j]>cm.max()/2 else 'black')
fig.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

x=np.arange(6); plt.bar(x,x**2,color=plt.cm.viridis(x/5),tick_label=list('abcdef')); plt.bar(x,[3]*6,bottom=x**2,color='none',edgecolor='r',hatch='//'); plt.xticks(rotation=30); plt.ylabel('n'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

fig,axs=plt.subplots(1,2,figsize=(10,4)); 
for ax,s in zip(axs,['linear','log']):
    ax.plot(np.exp(-np.linspace(0,10,50))); ax.set_yscale(s); ax.set_title(s); ax.grid(True,which='both',alpha=.3); ax.set_xlabel('step'); ax.tick_params(labelsize=8); ax.spines[['top','right']].set_visible(False)
plt.subplots_adjust(wspace=.4); plt.show(); print(axs[1].get_ylim())
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

plt.plot([0,1],[0,1],label='_hidden'); plt.plot([0,1],[1,0],label='shown'); print(plt.gca().get_legend_handles_labels()[1]); leg=plt.legend(); leg.set_title('L'); print(type(leg).__name__, [t.get_text() for t in leg.get_texts()]); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

v=np.array([[2,1],[-1,2]]); ax=plt.gca()
for (a,b),c in zip(v,['r','b']): ax.annotate('',xy=(a,b),xytext=(0,0),arrowprops=dict(arrowstyle='->',color=c,lw=2)); ax.text(a,b,f'({a},{b})',color=c)
ax.set_xlim(-3,3); ax.set_ylim(-1,3); ax.grid(); ax.set_aspect('equal'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

d={'SGD':[1,.8,.6],'Adam':[1,.5,.2]}
for (k,v),m,ls in zip(d.items(),['o','s'],['-','--']): plt.plot(range(1,4),v,marker=m,linestyle=ls,label=k,markerfacecolor='white',markeredgewidth=2)
plt.xticks([1,2,3]); plt.xlabel('Epoch',fontweight='bold'); plt.ylabel('Loss'); plt.legend(loc='upper right',fontsize=12,framealpha=1,edgecolor='black'); plt.ylim(0,None); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

fig,ax=plt.subplots(2,1,sharex=True,gridspec_kw={'height_ratios':[3,1]}); x=np.linspace(0,10,100); ax[0].plot(x,np.sin(x)); ax[1].plot(x,np.cos(x),'r'); ax[1].set_xlabel('t'); fig.align_ylabels(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

w=np.random.randn(1000); fig,(a,b)=plt.subplots(1,2,figsize=(9,3)); a.hist(w,bins='auto',density=True,color='steelblue',edgecolor='k',linewidth=.5); xs=np.linspace(-3,3,100); a.plot(xs,np.exp(-xs**2/2)/np.sqrt(2*np.pi),'r',lw=2,label=r'$\mathcal{N}(0,1)$'); a.legend(); b.hist(w,bins=np.arange(-3,3.5,.5),orientation='horizontal',cumulative=True,alpha=.7); b.set_xlabel('count'); plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

fig,ax=plt.subplots(); x=np.linspace(0,1,5); ax.plot(x,x); ax2=ax.twiny(); ax2.set_xlim(0,100); ax2.set_xlabel('percent'); ax.set_xlabel('share'); ax.set_title('two'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

x=np.linspace(-2,2,50); X,Y=np.meshgrid(x,x); plt.figure(figsize=(6,5)); plt.pcolormesh(X,Y,np.exp(-X**2-Y**2),shading='auto',cmap='inferno'); plt.colorbar(label=r'$e^{-(x^2+y^2)}$'); plt.contour(X,Y,X*Y,colors='white',linewidths=.5); plt.title('mesh'); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)

plt.figure(figsize=(6,3)); plt.plot(np.arange(1e6,1e6+5),[1e-7,2e-7,3e-7,4e-7,5e-7]); plt.title('offsets'); plt.tight_layout(); plt.show()
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
bars = ax.bar(['a', 'b', 'c'], [3, 5, 4])
print(len(bars), bars[1].get_height(), [b.get_height() for b in bars], bars[0].get_x(), bars[0].get_width())
print(bars, bars[0])
for b in bars:
    ax.text(b.get_x() + b.get_width() / 2, b.get_height(), f'{b.get_height()}', ha='center')
n, edges, patches = ax.hist([1, 2, 2, 3, 3, 3], bins=3, orientation='horizontal')
print(n, edges, len(patches), type(patches).__name__)
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(8, 6))
line, = ax.plot([1, 2, 3], [2.0, 4.0, 8.0], 'r--', label='loss', lw=2)
print(line, line.get_label(), line.get_linestyle(), line.get_linewidth(), line.get_marker(), line.get_ydata())
print(ax.get_xlim(), ax.get_ylim(), ax.get_xticks())
ax.set_yscale('log')
print(ax.get_yscale(), ax.get_ylim())
print(fig, ax.lines[0] is line, fig.axes[0] is ax, plt.gca() is ax, ax.get_legend() is None)
ax.set(title='t', xlabel='x', ylabel='y', xlim=(0, 4), ylim=(1, 10))
print(ax.get_title(), ax.get_xlabel(), ax.get_ylabel(), ax.get_xlim(), ax.get_ylim())
print(ax.set_title('other'), plt.xlim(), [t.get_text() for t in plt.xticks([0, 2, 4], ['a', 'b', 'c'])[1]])
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(-2, 2, 30)
X, Y = np.meshgrid(x, x)
for z in (X**2 + Y**2, X * Y, np.sin(X) * 100, (X > 0).astype(int)):
    print(plt.contourf(X, Y, z).levels, plt.contour(X, Y, z, 4).levels)
''',
    r'''import numpy as np
import matplotlib.pyplot as plt
fig, axs = plt.subplots(2, 3, sharex='col', squeeze=False)
print(axs.shape, axs.size, len(axs), len(axs.flat), axs[0, 0] is axs.ravel()[0])
axs[0, 1].plot([0, 10], [0, 1])
axs[1, 1].plot([5, 20], [0, 1])
print(axs[0, 1].get_xlim(), axs[1, 1].get_xlim(), axs[0, 0].get_xlim())
ax2 = axs[0, 0].twinx()
ax2.plot([1, 2], [10, 20])
axs[0, 0].plot([0, 1], [1, 2])
print(axs[0, 0].get_xlim(), ax2.get_xlim(), ax2.get_ylim(), len(fig.axes))
cm = plt.get_cmap('tab10')
print(cm(0), cm(3)[:2], plt.cm.gray(0.0), plt.cm.viridis.N)
''',
    r'''import matplotlib.pyplot as plt
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
fig, ax = plt.subplots(subplot_kw={"xlabel": "epoch", "title": "curves", "ylim": (0, 2)}); print(ax.get_xlabel(), ax.get_title(), [float(v) for v in ax.get_ylim()])
fig, axs = plt.subplots(1, 2, subplot_kw=dict(xticks=[], yticks=[])); print([len(x.get_xticks()) for x in axs])
ax = plt.subplot(1, 2, 1, title="left", facecolor="0.9"); print(ax.get_title())
ax = plt.figure().add_subplot(111, ylabel="y", xlim=(0, 1)); print(ax.get_ylabel(), [float(v) for v in ax.get_xlim()])
for f in (lambda: plt.subplot(0, 1, 1), lambda: plt.subplot(1, 0, 1), lambda: plt.subplot(2, 2, 5), lambda: plt.subplots(0, 1), lambda: plt.subplots(subplot_kw={"colour": 1}), lambda: plt.subplot(101)): attempt(f)
''',
]


def printed(source):
    plt.close("all")
    plt.rcdefaults()
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(source, {})
    return out.getvalue()


cases = [{"source": source, "printed": printed(source)} for source in programs]
print(json.dumps({"matplotlib": matplotlib.__version__, "cases": cases}, ensure_ascii=False, indent=1))
